package eu.mpf.events.event;

/** What the public sees: an event that is published, or was before it was cancelled. {@link Event#isPublic} is the same. */
public final class Publicity {
    /** A condition on event {@code e}. */
    public static final String PUBLIC = "(e.status <> 'DRAFT' AND NOT e.never_public)";

    private Publicity() {}
}
