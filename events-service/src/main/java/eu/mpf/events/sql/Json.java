package eu.mpf.events.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.StoredValueException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values kept as {@code jsonb}. What is stored is read tolerantly: an older release may meet fields of a newer one. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoredValueException(e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoredValueException(e);
        }
    }

    /** A text in several languages; {@code null} stays {@code null}. */
    public static @Nullable LocalizedText optionalText(@Nullable String json) {
        return Optional.ofNullable(json).map(Json::text).orElse(null);
    }

    public static LocalizedText text(String json) {
        return read(json, LocalizedText.class);
    }

    public static List<String> texts(String json) {
        return read(json, new TypeReference<List<String>>() {});
    }
}
