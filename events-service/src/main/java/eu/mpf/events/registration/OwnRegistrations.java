package eu.mpf.events.registration;

/**
 * Which registrations ({@code r}) are a person's own. Those under their address are; those made under their account too,
 * unless the account registered several addresses for one event: it acted for others there, and not one of these is known to
 * be its own.
 */
public final class OwnRegistrations {
    /** Arguments: the hash of the address or account, and the account. */
    public static final String OF = """
            (r.address_hash = ? OR r.subject = ? AND NOT EXISTS (SELECT FROM registration o
              WHERE o.subject = r.subject AND o.event_id = r.event_id AND o.address_hash <> r.address_hash))""";

    private OwnRegistrations() {}
}
