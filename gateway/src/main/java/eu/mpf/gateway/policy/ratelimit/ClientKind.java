package eu.mpf.gateway.policy.ratelimit;

import java.util.Locale;

/** What a client is known by; each kind has a limit of its own. */
public enum ClientKind {
    /** Its address. */
    ANONYMOUS,
    /** The subject of its token. */
    TOKEN,
    /** The API client its key belongs to. */
    KEY;

    private final String policy = name().toLowerCase(Locale.ROOT);

    /** Name of the limit in the RateLimit headers. */
    String policy() {
        return policy;
    }
}
