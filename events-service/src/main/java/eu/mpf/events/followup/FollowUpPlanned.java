package eu.mpf.events.followup;

import eu.mpf.events.event.EventMode;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up session was planned.
 *
 * @param invited how many of the parent's audience were invited first
 */
public record FollowUpPlanned(
        UUID eventId,
        String eventKey,
        UUID sessionId,
        UUID parentSessionId,
        String key,
        LocalizedText title,
        EventMode mode,
        String timeZone,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant invitedUntil,
        int invited,
        int questionsCarriedOver) {}
