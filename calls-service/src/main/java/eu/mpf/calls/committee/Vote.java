package eu.mpf.calls.committee;

/** A vote on a proposal. */
public enum Vote {
    FOR,
    AGAINST,
    ABSTAIN
}
