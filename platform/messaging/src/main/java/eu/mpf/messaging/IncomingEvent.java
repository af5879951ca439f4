package eu.mpf.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it arrived.
 *
 * @param id CloudEvents id, the same for every delivery of the event
 * @param type CloudEvents type
 * @param source who published it, for example {@code /projects-service}
 * @param topic the topic it was read from
 * @param subject id of the aggregate it tells of
 * @param sequence version of that aggregate after the change
 * @param time when it happened, by the producer's database clock
 * @param correlationId id of the request that started the chain of events, if known
 * @param data the value
 */
public record IncomingEvent(
        UUID id,
        String type,
        String source,
        String topic,
        String subject,
        long sequence,
        Instant time,
        @Nullable String correlationId,
        JsonNode data) {

    // Tolerant on purpose: within a major version a producer may add fields at any time.
    private static final ObjectMapper READER = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The data as a record of the consumer's own; fields it does not name are passed by.
     *
     * @throws PermanentFailure if the data does not fit the record
     */
    public <T> T dataAs(Class<T> target) {
        try {
            return READER.treeToValue(data, target);
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("data of " + type + " does not fit " + target.getSimpleName(), e);
        }
    }
}
