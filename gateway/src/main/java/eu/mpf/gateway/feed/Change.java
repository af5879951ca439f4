package eu.mpf.gateway.feed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * One event as the feed tells it.
 *
 * @param cursor stands right behind this change
 * @param id CloudEvents id; the same in every repetition of the event
 * @param source who published it, for example {@code /projects-service}
 * @param type CloudEvents type
 * @param subject id of the aggregate it tells of
 * @param sequence version of that aggregate after the change
 * @param time when it happened
 * @param data the event's data, a JSON object, as it was published
 */
public record Change(
        String cursor,
        UUID id,
        String source,
        String type,
        String subject,
        long sequence,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM-dd'T'HH:mm:ss.SSSX", timezone = "UTC")
        Instant time,

        @JsonRawValue String data) {}
