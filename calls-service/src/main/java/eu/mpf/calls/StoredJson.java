package eu.mpf.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.value.StoredValueException;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * Reads and writes JSON columns as Hibernate would by itself, but tolerates fields it does not know: during an upgrade the
 * release before reads rows of the release after.
 */
@Singleton
@Default
@JsonFormat
@PersistenceUnitExtension
public class StoredJson extends AbstractJsonFormatMapper {

    private final ObjectMapper mapper = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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
