package eu.mpf.calls.call;

/** What happens to the reserve list when the money of an award is free again. */
public enum ReserveRule {
    /** The next in order that the money reaches for are awarded in the same moment: placing them there decided that. */
    MOVES_UP,
    /** They are only recommended again; the body decides. */
    BY_DECISION
}
