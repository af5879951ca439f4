package eu.mpf.projects.project;

/** Where a rate comes from. */
public enum RateBasis {
    /** Somebody published or agreed it. */
    STATED,
    /** Computed here from the EU share and the total. */
    DERIVED
}
