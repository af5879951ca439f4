package eu.mpf.gateway.audience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.web.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The audience of every type of event, as the AsyncAPI documents of the services say ({@code x-audience}).
 *
 * <p>The documents are those this gateway was built with, not those of the services that happen to run: a reader's cursor
 * passes over what it may not see, so what that is must not depend on which service could be asked just then. A type that
 * stands in none of them is told to administrators alone, until a gateway that knows it is there.
 */
@ApplicationScoped
public class Audiences {

    /** Where the build puts the documents; the gateway's own is among its contracts. */
    private static final List<String> DOCUMENTS = List.of(
            "/audiences/projects/asyncapi.yaml",
            "/audiences/events/asyncapi.yaml",
            "/audiences/calls/asyncapi.yaml",
            "/contracts/asyncapi.yaml");

    private static final Audience UNKNOWN = new Audience(false, Set.of(Roles.ADMINISTRATOR), null);

    private final Map<String, Audience> byType = new TreeMap<>();

    /** @throws IllegalArgumentException if a type has no audience, or two of them */
    public Audiences() {
        YAMLMapper yaml = new YAMLMapper();
        for (String document : DOCUMENTS) {
            try (InputStream in = Audiences.class.getResourceAsStream(document)) {
                yaml.readTree(in).path("components").path("messages").forEach(this::add);
            } catch (IOException e) {
                throw new UncheckedIOException(document, e);
            }
        }
    }

    private void add(JsonNode message) {
        Audience audience = Audience.of(message.path("x-audience"));
        Audience other = byType.put(message.path("name").asText(), audience);
        if (other != null && !other.equals(audience)) {
            throw new IllegalArgumentException("two audiences of " + message.path("name"));
        }
    }

    /** Every type that stands in a document. */
    public Set<String> types() {
        return byType.keySet();
    }

    public Audience of(String type) {
        return byType.getOrDefault(type, UNKNOWN);
    }

    /**
     * What one reader may be told.
     *
     * @param organisation code of the organisation it acts for, if any
     */
    public Sight sight(Collection<String> roles, @Nullable String organisation) {
        Set<String> theirs = Set.copyOf(roles);
        List<String> open = new ArrayList<>();
        List<String> own = new ArrayList<>();
        byType.forEach((type, audience) -> {
            if (audience.includes(theirs)) {
                open.add(type);
            } else if (audience.organisation() != null && organisation != null) {
                own.add(type);
            }
        });
        return new Sight(open, own, organisation, UNKNOWN.includes(theirs), List.copyOf(byType.keySet()));
    }

    /** The organisation an event concerns, if its type names one: told its own, where others are not. */
    public @Nullable String organisation(String type, JsonNode data) {
        String field = of(type).organisation();
        return field == null ? null : data.path(field).textValue();
    }
}
