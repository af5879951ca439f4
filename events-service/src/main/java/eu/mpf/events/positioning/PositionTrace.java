package eu.mpf.events.positioning;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.value.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of where a project was positioned.
 *
 * @param note SHA-256 of the note, in hexadecimal; null if there is none
 * @param positionedBy code of the organisation
 */
record PositionTrace(
        String project, JsonNode means, @Nullable String note, String positionedBy) {

    static PositionTrace of(String project, String means, @Nullable String note, String positionedBy) {
        return new PositionTrace(
                project, Json.read(means, JsonNode.class), note == null ? null : Sha256.hex(note), positionedBy);
    }
}
