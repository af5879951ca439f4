package eu.mpf.system.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the platform has acknowledged of one organisation.
 *
 * @param code of the organisation
 * @param names those it was given, in their order; the first by its registration
 * @param replies the acknowledged requests and their answers
 */
record Promise(String code, List<String> names, List<Reply> replies) {

    /** An acknowledged request; sent again with the same key it must have the same answer. */
    record Reply(String path, JsonNode body, String key, String etag, byte[] answer) {}

    String name() {
        return names.getLast();
    }
}
