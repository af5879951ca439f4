package eu.mpf.events.followup;

import eu.mpf.events.event.EventMode;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session that goes on where another had to stop.
 *
 * @param mode online if absent
 * @param timeZone that of the session before if absent
 * @param capacity seats in its own registration; {@code null}: no limit
 * @param invitedUntil until then only the audience of the session before may register
 * @param carryConsent whether the consent given then counts here; otherwise it is asked again. Default {@code true}
 * @param carryQuestions whether open questions move here. Default {@code true}
 */
@Schema(name = "FollowUpDetails")
public record FollowUpDetails(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,39}") @Schema(examples = "follow-up-1")
        String key,

        @NotNull @MaxLength(300) LocalizedText title,
        @Nullable EventMode mode,

        @Nullable @Size(max = 60) @Schema(examples = "Europe/Brussels")
        String timeZone,

        @NotNull @Schema(examples = "2023-10-30T10:00:00") LocalDateTime startsLocal,
        @Nullable LocalDateTime endsLocal,
        @Nullable @Min(0) Integer capacity,
        @Nullable Instant invitedUntil,
        @Nullable Boolean carryConsent,
        @Nullable Boolean carryQuestions) {}
