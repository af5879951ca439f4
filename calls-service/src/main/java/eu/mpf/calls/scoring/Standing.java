package eu.mpf.calls.scoring;

/** Where a ranked application stands. */
public enum Standing {
    RECOMMENDED,
    RESERVE,
    BELOW_THRESHOLD,
    /** Equal to the end with others, and the money does not reach for all of them: somebody has to decide. */
    TIE_TO_DECIDE
}
