package eu.mpf.events.registration;

import eu.mpf.events.event.AudienceCategory;
import eu.mpf.messaging.OutgoingEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public state of a registration: who it is stands nowhere in it.
 *
 * @param sessions sessions with a seat
 * @param position place in the waiting list, when it was joined
 */
public record RegistrationFact(
        UUID registrationId,
        UUID eventId,
        @Nullable UUID followUpId,
        AudienceCategory category,
        RegistrationStatus status,
        long number,
        List<UUID> sessions,
        @Nullable Integer position) {

    static OutgoingEvent of(Registered made) {
        String what =
                made.status() == RegistrationStatus.CONFIRMED ? "registration.confirmed" : "registration.waitlisted";
        return outgoing(
                what,
                0,
                new RegistrationFact(
                        made.id(),
                        made.eventId(),
                        made.followUpId(),
                        made.category(),
                        made.status(),
                        made.number(),
                        seats(made.sessions()),
                        made.position()));
    }

    /** @param what the end of the type's name, such as {@code registration.withdrawn} */
    public static OutgoingEvent of(String what, Registration registration, List<ChosenSession> sessions) {
        return outgoing(
                what,
                registration.version(),
                new RegistrationFact(
                        registration.id(),
                        registration.eventId(),
                        registration.followUpId(),
                        registration.category(),
                        registration.status(),
                        registration.number(),
                        seats(sessions),
                        null));
    }

    private static OutgoingEvent outgoing(String what, long version, RegistrationFact fact) {
        return new OutgoingEvent(
                "mpf.events.registration.v1",
                "eu.mpf.events.%s.v1".formatted(what),
                fact.registrationId().toString(),
                version,
                fact);
    }

    private static List<UUID> seats(List<ChosenSession> sessions) {
        return sessions.stream()
                .filter(chosen -> chosen.state() == SessionSeatState.SEAT)
                .map(ChosenSession::sessionId)
                .toList();
    }
}
