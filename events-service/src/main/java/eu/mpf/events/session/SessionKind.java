package eu.mpf.events.session;

/** What happens in a session. */
public enum SessionKind {
    OPENING,
    PROJECT_PRESENTATIONS,
    CALL_PRESENTATION,
    PRESENTATION,
    PANEL,
    WORKSHOP,
    POSITIONING,
    BREAK,
    CLOSING,
    FOLLOW_UP
}
