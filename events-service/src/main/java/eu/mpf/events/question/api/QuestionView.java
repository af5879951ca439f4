package eu.mpf.events.question.api;

import eu.mpf.events.question.QuestionStatus;
import eu.mpf.web.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question as clients read it.
 *
 * @param carriedFrom the question it continues
 * @param carriedTo the question that continues it
 */
@Schema(name = "Question")
public record QuestionView(
        UUID id,
        UUID sessionId,
        String text,
        QuestionStatus status,
        int votes,
        @Nullable String answer,
        @Nullable String reason,
        @Nullable UUID carriedFrom,
        @Nullable UUID carriedTo,
        Instant askedAt,
        @Nullable Instant answeredAt) {

    static QuestionView of(ResultSet row) throws SQLException {
        return new QuestionView(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("text"),
                QuestionStatus.valueOf(row.getString("status")),
                row.getInt("votes"),
                row.getString("answer"),
                row.getString("reason"),
                row.getObject("carried_from_id", UUID.class),
                row.getObject("carried_to_id", UUID.class),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                Sql.instant(row, "answered_at"));
    }
}
