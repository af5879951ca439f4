package eu.mpf.projects.project;

/** Who may see that a project exists. */
public enum Visibility {
    /** The facility's staff, and the body that leads it. */
    DRAFT,
    PUBLISHED
}
