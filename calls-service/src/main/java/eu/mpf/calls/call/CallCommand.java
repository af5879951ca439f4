package eu.mpf.calls.call;

/** What may be done to a call, apart from reading it. */
public enum CallCommand {
    EDIT,
    PUBLISH,
    AMEND,
    SUSPEND,
    REOPEN,
    CLOSE,
    CANCEL,
    /** Only of what nobody outside has seen. */
    DISCARD
}
