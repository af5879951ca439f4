package eu.mpf.events.positioning;

import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.value.LocalizedText;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an exercise came to. */
public record ExerciseFact(
        UUID exerciseId,
        UUID eventId,
        UUID sessionId,
        int typologyVersion,
        ExerciseStatus status,
        int projects,
        int severalMeans,
        Map<String, Integer> tally,
        @Nullable LocalizedText outcome) {

    static OutgoingEvent of(String what, Exercise exercise, Tally tally) {
        return outgoing(
                exercise,
                what,
                new ExerciseFact(
                        exercise.id(),
                        exercise.eventId(),
                        exercise.sessionId(),
                        exercise.typologyVersion(),
                        exercise.status(),
                        tally.projects(),
                        tally.severalMeans(),
                        tally.byCode(),
                        exercise.outcome()));
    }

    static OutgoingEvent outgoing(Exercise exercise, String what, Object data) {
        return new OutgoingEvent(
                "mpf.events.positioning.v1",
                "eu.mpf.events.%s.v1".formatted(what),
                exercise.id().toString(),
                exercise.version(),
                data);
    }
}
