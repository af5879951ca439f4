package eu.mpf.events.linkeddata;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events as JSON-LD. */
@ApplicationScoped
public class LinkedEvents {
    /** The value of the media type's parameter {@code profile} that asks for the Core Public Event Vocabulary. */
    public static final String CORE_PUBLIC_EVENT = CorePublicEvent.NAMESPACE;

    private final PublicEvents events;
    private final Addresses addresses;

    LinkedEvents(PublicEvents events, Addresses addresses) {
        this.events = events;
        this.addresses = addresses;
    }

    /** @param version of the event */
    public record Document(Map<String, Object> json, long version) {}

    /**
     * As schema.org has it.
     *
     * @param in languages the reader prefers, best first
     */
    public Optional<Document> schemaOrg(UUID eventId, List<Locale> in) {
        return events.find(eventId)
                .map(found -> new Document(new SchemaOrg(addresses, in).of(found.event()), found.version()));
    }

    /** As the Core Public Event Vocabulary has it. */
    public Optional<Document> corePublicEvent(UUID eventId) {
        return events.find(eventId)
                .map(found -> new Document(new CorePublicEvent(addresses).of(found.event()), found.version()));
    }
}
