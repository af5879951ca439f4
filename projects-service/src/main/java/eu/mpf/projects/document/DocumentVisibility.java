package eu.mpf.projects.document;

/** Who may read a document. */
public enum DocumentVisibility {
    /** Staff and the leading organisation. */
    INTERNAL,
    PUBLIC
}
