package eu.mpf.projects.project;

/** How the facility acts: a grant to others, or by itself. */
public enum ProjectKind {
    GRANT,
    DIALOGUE,
    TECHNICAL_ASSISTANCE,
    DIRECT_IMPLEMENTATION
}
