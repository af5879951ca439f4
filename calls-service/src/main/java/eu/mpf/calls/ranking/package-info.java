/** The ranked list of a call: who is recommended, who waits, where somebody has to decide. */
@NullMarked
package eu.mpf.calls.ranking;

import org.jspecify.annotations.NullMarked;
