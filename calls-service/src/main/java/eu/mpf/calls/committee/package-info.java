/** The body that decides: meetings with a quorum, votes without the conflicted, minutes, and the decisions themselves. */
@NullMarked
package eu.mpf.calls.committee;

import org.jspecify.annotations.NullMarked;
