/** Who may call what, read from the code and tried over HTTP. */
@NullMarked
package eu.mpf.testkit.access;

import org.jspecify.annotations.NullMarked;
