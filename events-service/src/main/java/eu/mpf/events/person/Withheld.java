package eu.mpf.events.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.events.mention.NamesInText;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Takes a person's name, title and post out of documents; where they spoke, and for whom, stays. */
final class Withheld {
    static final String NAME = NamesInText.WITHHELD;

    private static final List<String> PERSONAL = List.of("honorific", "post", "unit");

    private Withheld() {}

    /** @return whether the programme named the person */
    static boolean fromProgramme(JsonNode programme, String personId) {
        return from(programme, entry -> personId.equals(entry.path("personId").asText()));
    }

    /** @return whether the report named one of these speakers */
    static boolean fromSynopsis(JsonNode content, Set<String> printed) {
        return from(
                content,
                entry ->
                        entry.has("role") && printed.contains(entry.path("name").asText()));
    }

    private static boolean from(JsonNode node, Predicate<ObjectNode> isTheirs) {
        boolean changed = false;
        if (node instanceof ObjectNode entry && isTheirs.test(entry)) {
            entry.put("name", NAME);
            PERSONAL.forEach(entry::remove);
            changed = true;
        }
        for (JsonNode child : node) {
            changed |= from(child, isTheirs);
        }
        return changed;
    }
}
