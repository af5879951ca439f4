package eu.mpf.events.registration;

import eu.mpf.events.event.AudienceCategory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a registration.
 *
 * @param number place in the order of arrival, from 1
 * @param position place in the waiting list, from 1
 * @param calendarStep see {@link Recipient}
 */
public record Registered(
        UUID id,
        UUID eventId,
        @Nullable UUID followUpId,
        RegistrationStatus status,
        AudienceCategory category,
        long number,
        @Nullable Integer position,
        List<ChosenSession> sessions,
        @Nullable Instant createdAt,
        Consent consent,
        @Nullable Integer formVersion,
        int calendarStep) {}
