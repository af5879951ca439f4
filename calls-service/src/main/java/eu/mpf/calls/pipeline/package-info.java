/** Figures of a call that add up, or name what is missing. */
@NullMarked
package eu.mpf.calls.pipeline;

import org.jspecify.annotations.NullMarked;
