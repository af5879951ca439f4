/** Reviews by evaluators without a conflict, blind until one's own is in, and the consensus of them. */
@NullMarked
package eu.mpf.calls.evaluation;

import org.jspecify.annotations.NullMarked;
