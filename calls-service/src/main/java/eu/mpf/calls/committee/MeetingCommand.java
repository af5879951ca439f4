package eu.mpf.calls.committee;

/** What may be done in a meeting. */
public enum MeetingCommand {
    /** Members, presence, agenda. */
    ARRANGE,
    /** Title and time. */
    SCHEDULE,
    OPEN,
    DECLARE_CONFLICT,
    VOTE,
    DECIDE,
    WRITE_MINUTES,
    CLOSE
}
