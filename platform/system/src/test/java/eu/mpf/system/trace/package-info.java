/** Traces as a collector receives them. */
@NullMarked
package eu.mpf.system.trace;

import org.jspecify.annotations.NullMarked;
