package eu.mpf.projects.published;

/** What a published value is about. */
public enum PublishedField {
    PERIOD,
    START,
    END,
    DURATION,
    KICK_OFF,
    CLOSING_EVENT,
    TOTAL,
    SHARE,
    EU_SHARE,
    NATIONAL_SHARE,
    REQUESTED_TOTAL,
    REQUESTED_GRANT,
    MILESTONE,
    NOTE
}
