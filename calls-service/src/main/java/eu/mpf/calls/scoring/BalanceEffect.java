package eu.mpf.calls.scoring;

/** How a balance rule moved an application's standing. */
public enum BalanceEffect {
    /** Taken in the first round, before better ones, for its group lacked it. */
    PREFERRED,
    /** Left on the reserve list although the money would have reached, for its group is full. */
    CAPPED
}
