package eu.mpf.events.event;

import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The full public state of an event, as other services learn it.
 *
 * @param series key of the series
 * @param reason why it was moved or cancelled
 */
public record EventFact(
        UUID eventId,
        String key,
        @Nullable String series,
        LocalizedText title,
        EventStatus status,
        EventMode mode,
        @Nullable String place,
        @Nullable String country,
        String timeZone,
        Instant startsAt,
        Instant endsAt,
        boolean dayConfirmed,
        List<AudienceCategory> audience,
        @Nullable String reason) {

    /** All facts about one event travel in order on this topic. */
    public static final String TOPIC = "mpf.events.event.v1";

    static OutgoingEvent of(Event event, String what, @Nullable String reason) {
        EventDetails d = event.details();
        EventTimes t = event.times();
        return outgoing(
                event,
                what,
                new EventFact(
                        event.id(),
                        event.key(),
                        event.seriesKey(),
                        d.title(),
                        event.status(),
                        d.mode(),
                        d.place(),
                        d.country(),
                        t.timeZone(),
                        t.startsAt(),
                        t.endsAt(),
                        Boolean.TRUE.equals(d.dayConfirmed()),
                        d.audience(),
                        reason));
    }

    /** Another fact on the event's topic, ordered with the rest by the event's version. */
    public static OutgoingEvent outgoing(Event event, String what, Object data) {
        return new OutgoingEvent(
                TOPIC, "eu.mpf.events.%s.v1".formatted(what), event.id().toString(), event.version(), data);
    }
}
