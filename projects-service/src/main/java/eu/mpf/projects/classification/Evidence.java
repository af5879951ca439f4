package eu.mpf.projects.classification;

/** What a classification rests on. */
public enum Evidence {
    /** Somebody read the project's documents. */
    REVIEW,
    /** The grantee placed the project in an exercise. */
    POSITIONING_EXERCISE,
    /** The body concerned said so. */
    STATEMENT
}
