package eu.mpf.events.registration;

/** What is left of a registration once nobody may be told apart by it: category, state, place in the order of arrival. */
public final class Anonymity {
    /** What to set in {@code UPDATE registration}. The hash stays unique, and is no longer anybody's. */
    public static final String SET = """
            name = '', address = '', address_hash = 'erased:' || id, organisation = NULL, subject = NULL,
            answers = NULL, reason = NULL, consent = consent || '{"participantList": false, "followUps": false}',
            erased_at = platform_clock(), version = version + 1
            """;

    private Anonymity() {}
}
