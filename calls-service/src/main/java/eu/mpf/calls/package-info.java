/** Calls for proposals: from the published call, through applications and their evaluation, to the award of a grant. */
@NullMarked
package eu.mpf.calls;

import org.jspecify.annotations.NullMarked;
