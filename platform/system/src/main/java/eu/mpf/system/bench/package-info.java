/** Measurements: programs that print what they find beside the limit or a peer of the same run, and assert nothing. */
@NullMarked
package eu.mpf.system.bench;

import org.jspecify.annotations.NullMarked;
