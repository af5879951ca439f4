package eu.mpf.calls.grant;

/** What may be done to a grant. */
public enum GrantCommand {
    SIGN,
    MEET_CONDITION,
    WITHDRAW
}
