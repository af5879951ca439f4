package eu.mpf.calls.call;

/** How a call takes applications. */
public enum DeadlineModel {
    /** One deadline, for the full application. */
    SINGLE_STAGE,
    /** One for the concept note, a later one for the full application of those invited. */
    TWO_STAGE,
    /** Several; each collects what came since the one before. */
    CUT_OFFS,
    /** Open until the money is spent; there may be a final deadline. */
    ROLLING_UNTIL_DEPLETED
}
