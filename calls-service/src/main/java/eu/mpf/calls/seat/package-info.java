/** Who sits in the committee of a call, as far as other parts must know. */
@NullMarked
package eu.mpf.calls.seat;

import org.jspecify.annotations.NullMarked;
