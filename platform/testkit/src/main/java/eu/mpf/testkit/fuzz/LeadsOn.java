package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Bodies after which more is possible than after the contract's examples: {@code leads-on.yaml}. */
record LeadsOn(JsonNode patches) {

    static LeadsOn load() {
        try (InputStream file = Objects.requireNonNull(LeadsOn.class.getResourceAsStream("leads-on.yaml"))) {
            return new LeadsOn(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body with one of the patches of the operation, or as it is if there are none. */
    JsonNode apply(String operation, JsonNode body, RandomGenerator random) {
        JsonNode some = patches.path(operation);
        return some.isEmpty() ? body : merged(body, some.get(random.nextInt(some.size())));
    }

    /** RFC 7396. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode)) {
            return patch.deepCopy();
        }
        ObjectNode result = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
