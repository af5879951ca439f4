package eu.mpf.projects.document;

/** What a document is. */
public enum DocumentKind {
    /** The grant agreement or an amendment of it. */
    AGREEMENT,
    /** Evidence that belongs to a report. */
    REPORT_ANNEX,
    PUBLICATION,
    TRAINING_MATERIAL,
    /** Something others can learn from: a guide, a study, a good practice. */
    KNOWLEDGE_ITEM,
    PICTURE,
    OTHER
}
