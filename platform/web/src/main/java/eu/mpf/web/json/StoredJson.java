package eu.mpf.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.value.StoredValueException;
import java.io.IOException;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * Reads and writes JSON columns, for Hibernate and for SQL alike, but tolerates fields it does not know: during an upgrade
 * the release before reads rows of the release after. A service says, as a bean of its own, how its columns are written.
 */
public abstract class StoredJson extends AbstractJsonFormatMapper {

    private final ObjectMapper mapper;

    /** @param format how values are written; it is left as it is */
    protected StoredJson(ObjectMapper format) {
        this.mapper = format.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // What jsonb gives back holds no name twice; to look for one costs a set for every object.
        mapper.getFactory().disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    public <T> T read(String json, TypeReference<T> type) {
        return fromString(json, type.getType());
    }

    public <T> T read(String json, Class<T> type) {
        return fromString(json, type);
    }

    /** As {@link #read(String, Class)}, from the column's bytes in UTF-8 as they came: a text need not be made of them first. */
    public <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new StoredValueException(e);
        }
    }

    /** For reading many columns that hold an object token by token. */
    public StoredObjects objects() throws IOException {
        return new StoredObjects(mapper.getFactory().createNonBlockingByteArrayParser());
    }

    public String write(Object value) {
        return toString(value, value.getClass());
    }

    @Override
    protected <T> T fromString(CharSequence json, Type type) {
        try {
            return mapper.readValue(json.toString(), mapper.constructType(type));
        } catch (JsonProcessingException e) {
            throw new StoredValueException(e);
        }
    }

    @Override
    protected <T> String toString(T value, Type type) {
        try {
            return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value cannot be stored", e);
        }
    }
}
