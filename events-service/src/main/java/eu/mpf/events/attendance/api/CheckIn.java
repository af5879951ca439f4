package eu.mpf.events.attendance.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A code was shown at the door.
 *
 * @param eventId whose door it is; a code for another event is refused
 * @param followUpId the follow-up whose door it is; a code for the event itself is refused there, and with {@code eventId}
 *     alone one for a follow-up
 * @param arrivedAt when it was scanned, from a device that was without a connection; now if absent
 */
@Schema(name = "CheckIn")
public record CheckIn(
        @NotBlank @Size(max = 300) String code,
        @Nullable UUID eventId,
        @Nullable UUID followUpId,
        @Nullable Instant arrivedAt) {}
