package eu.mpf.projects.project;

/**
 * Whether the bodies of a project are grantees of today, were once, or not yet. Derived from the status and never stored.
 *
 * <p>The end date alone makes nobody a past grantee: until the project is closed the grant agreement holds, and the final
 * report and the balance are owed. So it changes with a move only, and every event of a project says what it is now.
 */
public enum GranteeStanding {
    NONE,
    CURRENT,
    PAST;

    /** A dialogue or an action the facility carries out itself has no grantee; nor has what ended before any contract. */
    static GranteeStanding of(ProjectKind kind, ProjectStatus status, boolean everContracted) {
        if (kind != ProjectKind.GRANT) {
            return NONE;
        }
        return switch (status) {
            case PLANNED -> NONE;
            case CONTRACTED, RUNNING, SUSPENDED -> CURRENT;
            case CLOSED -> PAST;
            case TERMINATED -> everContracted ? PAST : NONE;
        };
    }
}
