package eu.mpf.web.subject;

/** Which law a field is under. */
public enum Regime {
    /** Regulation (EU) 2018/1725: the Union's own institutions and bodies. */
    EUDPR,
    /** Regulation (EU) 2016/679. */
    GDPR,
    /** One or the other: the event or call the record belongs to says which. */
    BY_RECORD
}
