package eu.mpf.projects.reporting;

/** What a report is about. */
public enum ReportKind {
    /** A part of the action. */
    INTERIM,
    /** The whole action, after its end; there is one. */
    FINAL
}
