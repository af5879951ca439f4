/** The call: its terms in numbered editions, its deadlines, its status by the clock and by hand. */
@NullMarked
package eu.mpf.calls.call;

import org.jspecify.annotations.NullMarked;
