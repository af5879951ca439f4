package eu.mpf.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** An entry as JSON, the same whether it comes from memory or from the database. */
final class AuditJson {
    /** Independent of how the service writes JSON, so that no setting changes what was signed. */
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AuditJson() {}

    /** A state as the service's JSON shows it, read back as {@code jsonb} will give it. */
    static @Nullable JsonNode state(ObjectMapper json, @Nullable Object state) {
        try {
            return state == null ? null : EXACT.readTree(json.writeValueAsBytes(state));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("the state is not JSON", e);
        }
    }

    static @Nullable JsonNode read(@Nullable String jsonb) {
        try {
            return jsonb == null ? null : EXACT.readTree(jsonb);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jsonb is JSON", e);
        }
    }

    static byte[] canonical(AuditEntry entry) {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("id", entry.id().toString());
        object.put("recordedAt", entry.recordedAt().toEpochMilli());
        object.put("actor", entry.actor());
        entry.roles().forEach(object.putArray("roles")::add);
        object.put("organisation", entry.organisation());
        object.put("action", entry.action());
        object.put("objectType", entry.objectType());
        object.put("objectId", entry.objectId());
        object.set("before", entry.before());
        object.set("after", entry.after());
        object.put("reason", entry.reason());
        object.put("requestId", entry.requestId());
        return CanonicalJson.bytes(object);
    }
}
