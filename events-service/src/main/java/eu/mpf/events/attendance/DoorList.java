package eu.mpf.events.attendance;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.SigningKey;
import eu.mpf.events.sql.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is expected at an event, signed, for devices that check codes without a connection: a JSON Web Signature in
 * flattened form (RFC 7515, section 7.2.2) by EdDSA (RFC 8037) over {@link Content}.
 *
 * @param payload base64url of the JSON of {@link Content}
 * @param protectedHeader base64url of {@code {"alg":"EdDSA","kid":…}}
 * @param signature base64url, over {@code protected + "." + payload}
 */
@Schema(name = "DoorList")
public record DoorList(
        String payload, @JsonProperty("protected") String protectedHeader, String signature) {

    /**
     * What the payload holds.
     *
     * @param followUpId whose door it is; absent: the event's own, where nobody of a follow-up is expected
     * @param entries everybody with a seat there, the arrived included
     */
    @Schema(name = "DoorListContent")
    public record Content(UUID eventId, @Nullable UUID followUpId, Instant generatedAt, List<Expected> entries) {}

    /** Somebody with a seat. */
    @Schema(name = "ExpectedPerson")
    public record Expected(UUID registrationId, String name, AudienceCategory category, boolean arrived) {}

    static DoorList sign(Content content, SigningKey key) {
        String header =
                base64("{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(key.id()).getBytes(StandardCharsets.UTF_8));
        String payload = base64(Json.write(content).getBytes(StandardCharsets.UTF_8));
        byte[] signed = key.sign((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
        return new DoorList(payload, header, base64(signed));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
