package eu.mpf.testkit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * By what a request and its answer name an object: the values in the path, the end of {@code Location}, the {@code id} of the
 * answer. What has an id and is addressed by something else, as a typology by its version, is known from an earlier answer.
 */
public final class Names {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /**
     * The names in this exchange, in small letters; none for a bulk operation such as {@code registrations:import}.
     *
     * @param template of the path, for example {@code /v1/calls/{callId}:publish}
     * @param body of the answer, whatever it is
     */
    public Set<String> of(String template, String path, @Nullable String location, String body) {
        String id = id(body);
        if (id.isEmpty() && template.matches(".*/[^/{}]+:[^/]+")) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        String[] places = withoutVerb(template).split("/");
        String[] values = withoutVerb(path).split("/");
        for (int i = 0; i < Math.min(places.length, values.length); i++) {
            if (places[i].startsWith("{")) {
                names.add(values[i].toLowerCase(Locale.ROOT));
            }
        }
        String at = withoutVerb(path);
        if (location != null) {
            at = location.replaceFirst("^https?://[^/]+", "");
            names.add(at.substring(at.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        }
        if (!id.isEmpty()) {
            names.add(id);
        }
        boolean ofOne = location != null || withoutVerb(template).endsWith("}");
        if (ofOne && !id.isEmpty()) {
            ids.put(at, id);
        }
        for (String known = at; known.lastIndexOf('/') > 0; known = known.substring(0, known.lastIndexOf('/'))) {
            if (ids.containsKey(known)) {
                names.add(ids.get(known));
            }
        }
        return names;
    }

    private static String id(String body) {
        if (!body.startsWith("{")) {
            return "";
        }
        try {
            JsonNode answer = JSON.readTree(body);
            return answer.path("id").asText().toLowerCase(Locale.ROOT);
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** A colon may stand in an id as well; the verb is what follows the last one in the last segment. */
    private static String withoutVerb(String path) {
        return path.replaceFirst(":[a-zA-Z-]+$", "");
    }
}
