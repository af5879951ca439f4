package eu.mpf.events.reference.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.web.value.LocalizedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads other services' facts; a fact without what it must have can never be stored, so it goes to the dead letters. */
final class Facts {
    private Facts() {}

    static JsonNode of(IncomingEvent event, String... required) {
        for (String field : required) {
            if (!event.data().hasNonNull(field)) {
                throw new PermanentFailure("%s without %s".formatted(event.type(), field));
            }
        }
        return event.data();
    }

    /** A text by language, as JSON; a plain text is taken for English. */
    static String text(JsonNode data, String field) {
        JsonNode text = data.get(field);
        if (text.isTextual()) {
            return Json.write(Map.of("en", text.textValue()));
        }
        try {
            return Json.write(Json.read(text.toString(), LocalizedText.class));
        } catch (IllegalStateException e) {
            throw new PermanentFailure(field + " is not a text by language", e);
        }
    }

    /** One line: a plain text, or the English or first one of several. */
    static String name(JsonNode name) {
        if (name.isTextual()) {
            return name.textValue();
        }
        return name.hasNonNull("en") ? name.get("en").asText() : name.path(0).asText(name.toString());
    }

    static @Nullable String optional(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.get(field).asText() : null;
    }
}
