package eu.mpf.web.subject;

/** Why data may be processed (Regulation (EU) 2018/1725, article 5; GDPR, article 6). */
public enum LegalBasis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    PUBLIC_TASK,
    LEGITIMATE_INTEREST
}
