package eu.mpf.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A record as it stands on the topic.
 *
 * @param headers CloudEvents attributes with their prefix, such as {@code ce_type}
 */
public record PublishedEvent(
        String topic, int partition, long offset, String key, Map<String, String> headers, JsonNode data) {

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    /** The aggregate's id. */
    public String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    /** The aggregate's version. */
    public long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_sequence", "-1"));
    }
}
