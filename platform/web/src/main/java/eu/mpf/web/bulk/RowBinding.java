package eu.mpf.web.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Makes a valid record of JSON. */
@ApplicationScoped
class RowBinding {
    private final ObjectMapper json;
    private final Validator validator;

    RowBinding(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    ObjectMapper json() {
        return json;
    }

    <T> T bind(JsonNode values, Class<T> type) throws JsonProcessingException {
        var result = json.treeToValue(values, type);
        var violations = validator.validate(result);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return result;
    }
}
