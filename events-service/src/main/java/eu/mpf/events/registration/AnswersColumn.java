package eu.mpf.events.registration;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Map;

/** Answers to a form as {@code jsonb}. */
@Converter
public class AnswersColumn extends JsonColumn<Map<String, JsonNode>> {
    public AnswersColumn() {
        super(new TypeReference<>() {});
    }
}
