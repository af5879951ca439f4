package eu.mpf.web.bulk;

/** What became of a row. */
public enum Outcome {
    CREATED,
    UPDATED,
    /** The object is as the row says already. */
    UNCHANGED,
    /** Nothing was done; the errors say why. The row is tried again when the file is sent again. */
    REFUSED
}
