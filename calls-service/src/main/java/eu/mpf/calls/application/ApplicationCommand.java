package eu.mpf.calls.application;

/** What may be done to an application, apart from reading it. */
public enum ApplicationCommand {
    EDIT,
    SUBMIT_CONCEPT,
    /** After the concept note: the full application may follow. */
    INVITE,
    /** After the concept note: it may not. */
    DECLINE,
    SUBMIT,
    WITHDRAW,
    /** Sent back with a question; the clock of the check stops. */
    RETURN,
    /** Handed in again with the answer. */
    RESUME,
    /** Found eligible. */
    ACCEPT,
    /** Found ineligible. */
    EXCLUDE,
    RESERVE,
    REJECT,
    AWARD,
    /** The grant was withdrawn. */
    REVOKE,
    /** A review overturned the refusal. */
    REOPEN
}
