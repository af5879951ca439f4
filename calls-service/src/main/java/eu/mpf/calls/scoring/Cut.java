package eu.mpf.calls.scoring;

/** How a ranked list meets the money. */
public enum Cut {
    /** The first that does not fit ends the list of its purse: nobody overtakes. */
    STRICT,
    /** One that does not fit is passed over, a later one may still fit. */
    SKIP,
    /** Taken in order until the sum reaches the limit; the one that crosses it is still taken (pre-selection). */
    UNTIL_REACHED
}
