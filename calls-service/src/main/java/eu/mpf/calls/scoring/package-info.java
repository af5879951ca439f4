/** Scores, thresholds, ties and cuts: everything a call may say about how its applications are judged, without storage. */
@NullMarked
package eu.mpf.calls.scoring;

import org.jspecify.annotations.NullMarked;
