package eu.mpf.calls.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of a draft: that it changed, where, and a fingerprint to hold against what was handed in.
 * What it says is sealed until the deadline, and the trail is read by people who may not open it.
 */
@ApplicationScoped
class DraftTrace {

    /**
     * @param sha256 of the draft's JSON, in hexadecimal
     * @param changed JSON pointers of the members that differ from before; null for the state before
     */
    record State(String sha256, @Nullable List<String> changed) {}

    /** Before and after a change. */
    record Change(State before, State after) {}

    private final ObjectMapper json;

    DraftTrace(ObjectMapper json) {
        this.json = json;
    }

    State of(Object draft) {
        return new State(fingerprint(json.valueToTree(draft)), null);
    }

    Change of(Object before, Object after) {
        JsonNode was = json.valueToTree(before);
        JsonNode is = json.valueToTree(after);
        return new Change(new State(fingerprint(was), null), new State(fingerprint(is), changed(was, is)));
    }

    private static List<String> changed(JsonNode was, JsonNode is) {
        var names = new TreeSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> "/" + name)
                .toList();
    }

    private String fingerprint(JsonNode draft) {
        try {
            return Sha256.hex(json.writeValueAsBytes(draft));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is JSON", e);
        }
    }
}
