package eu.mpf.projects.project;

/** Whether the bodies of a project are grantees of today, were once, or not yet. */
public enum GranteeStanding {
    NONE,
    CURRENT,
    PAST;

    /** Derived, never stored: a project that ended before any contract made nobody a grantee. */
    static GranteeStanding of(ProjectStatus status, boolean everContracted) {
        return switch (status) {
            case PLANNED -> NONE;
            case CONTRACTED, RUNNING, SUSPENDED -> CURRENT;
            case CLOSED -> PAST;
            case TERMINATED -> everContracted ? PAST : NONE;
        };
    }
}
