package eu.mpf.events.linkeddata;

import eu.mpf.web.language.Languages;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Languages languages;

    LinkedEvents(PublicEvents events, Addresses addresses, Languages languages) {
        this.events = events;
        this.addresses = addresses;
        this.languages = languages;
    }

    /**
     * @param version of the event
     * @param shown what else decides on the contents: vocabulary, language, and all that belongs to the event
     */
    public record Document(Map<String, Object> json, long version, String shown) {}

    /** As schema.org has it, in the language the reader prefers. */
    public Optional<Document> schemaOrg(UUID eventId) {
        return events.find(eventId)
                .map(found -> new Document(
                        new SchemaOrg(addresses, languages).of(found.event()),
                        found.version(),
                        "schema.org %s %s".formatted(languages.preferred(), found.rest())));
    }

    /** As the Core Public Event Vocabulary has it. */
    public Optional<Document> corePublicEvent(UUID eventId) {
        return events.find(eventId)
                .map(found -> new Document(
                        new CorePublicEvent(addresses).of(found.event()),
                        found.version(),
                        "core %s".formatted(found.rest())));
    }
}
