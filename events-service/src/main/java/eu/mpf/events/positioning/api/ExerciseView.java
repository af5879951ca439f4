package eu.mpf.events.positioning.api;

import eu.mpf.events.positioning.Exercise;
import eu.mpf.events.positioning.ExerciseStatus;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A positioning exercise as clients read it. */
@Schema(name = "PositioningExercise")
public record ExerciseView(
        UUID id,
        UUID eventId,
        UUID sessionId,
        int typologyVersion,
        ExerciseStatus status,
        @Nullable LocalizedText outcome,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt) {

    static ExerciseView of(Exercise exercise) {
        return new ExerciseView(
                exercise.id(),
                exercise.eventId(),
                exercise.sessionId(),
                exercise.typologyVersion(),
                exercise.status(),
                exercise.outcome(),
                exercise.openedAt(),
                exercise.closedAt());
    }

    static Response answer(Exercise exercise) {
        return Answers.ok(of(exercise), exercise.version());
    }

    static ExerciseView of(ResultSet row) throws SQLException {
        return new ExerciseView(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getInt("typology_version"),
                ExerciseStatus.valueOf(row.getString("status")),
                Json.optionalText(row.getString("outcome")),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "closed_at"));
    }
}
