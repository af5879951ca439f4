package eu.mpf.web.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.problem.JsonErrors;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies a JSON merge patch (RFC 7396) to an editable record. */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The record after the patch, checked by its Bean Validation constraints.
     *
     * @throws ProblemException 400 with pointers for an unknown field, a wrong type or anything but an object
     * @throws ConstraintViolationException (answered 400 with pointers) if the result breaks a constraint
     */
    public <T> T apply(T current, @Nullable JsonNode patch, Class<T> type) {
        if (patch == null || !patch.isObject()) {
            throw ProblemException.invalid("", "type", "a merge patch is a JSON object");
        }
        JsonNode before = json.valueToTree(current);
        try {
            var after = json.treeToValue(merge(before, patch), type);
            var violations = validator.validate(after);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return after;
        } catch (JsonProcessingException e) {
            throw JsonErrors.problem(e);
        }
    }

    /** Whether the patch says anything of one of these fields; one that is not there says nothing, and is refused later. */
    public static boolean touches(@Nullable JsonNode patch, String... fields) {
        return patch != null && Stream.of(fields).anyMatch(patch::has);
    }

    /** The algorithm of RFC 7396, section 2. */
    static JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object
                ? object.deepCopy()
                : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merge(result.get(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
