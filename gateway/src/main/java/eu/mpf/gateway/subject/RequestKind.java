package eu.mpf.gateway.subject;

/** What a person asks for (Regulation (EU) 2018/1725, articles 17 and 19; GDPR, articles 15 and 17). */
public enum RequestKind {
    EXPORT,
    ERASURE
}
