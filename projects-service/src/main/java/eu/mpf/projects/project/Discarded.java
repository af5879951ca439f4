package eu.mpf.projects.project;

import java.util.UUID;

/**
 * That a draft is thrown away, told inside this service while it is still there: what is kept beside it goes with it, in
 * the same transaction. Who keeps something that must not go refuses with a problem.
 */
public record Discarded(UUID projectId) {

    /** For observers whose rows point at those of others. */
    public static final int FIRST = 1;
}
