package eu.mpf.gateway.audience;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may be told of events of one type. It is never wider than who may read what the event tells of.
 *
 * @param everybody anybody with a token
 * @param roles who is told of all of them
 * @param organisation the field of the data that holds an organisation's code, which is told of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Audience(
        boolean everybody, Set<String> roles, @Nullable String organisation) {

    /** What stands in {@code x-audience} for facts between services, which neither feed nor webhooks tell anybody. */
    private static final String SERVICES = "services";

    private static final String EVERYBODY = "everybody";

    /**
     * What a message of an AsyncAPI document says in {@code x-audience}.
     *
     * @throws IllegalArgumentException if it says nothing, or something else than a word or the roles
     */
    static Audience of(JsonNode written) {
        if (written.isTextual()) {
            return switch (written.textValue()) {
                case EVERYBODY -> new Audience(true, Set.of(), null);
                case SERVICES -> new Audience(false, Set.of(), null);
                default -> throw new IllegalArgumentException("not an audience: " + written);
            };
        }
        Set<String> roles = new TreeSet<>();
        written.path("roles").forEach(role -> roles.add(role.asText()));
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("not an audience: " + written);
        }
        return new Audience(false, roles, written.path("organisation").textValue());
    }

    /** Whether one of the roles is told of every event. */
    boolean includes(Set<String> theirs) {
        return everybody || theirs.stream().anyMatch(roles::contains);
    }

    /** In words, for readers. */
    public String words() {
        if (everybody) {
            return "Told to everybody with a token.";
        }
        if (roles.isEmpty()) {
            return "Between services only: neither the feed nor webhooks tell it.";
        }
        String whole = "Told to " + String.join(", ", roles);
        return organisation == null
                ? whole + " only."
                : whole + ", and to the organisation in " + organisation + " its own.";
    }
}
