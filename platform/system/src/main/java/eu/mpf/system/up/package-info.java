/** {@code ./mpf up}: the whole platform on this machine, from the packaged applications and the embedded servers. */
@NullMarked
package eu.mpf.system.up;

import org.jspecify.annotations.NullMarked;
