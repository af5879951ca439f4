package eu.mpf.events.mention.api;

import eu.mpf.events.mention.Certainty;
import eu.mpf.events.mention.FreeText;
import eu.mpf.events.mention.MentionStatus;
import eu.mpf.web.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place where the name of somebody stands who was erased. The name itself is not kept: the place tells which it is.
 *
 * @param objectId of the event, session (for minutes and feedback too), question, material, exercise or report
 * @param pointer to the text within it
 * @param start first character of the name, as the text was when it was found
 */
@Schema(name = "NameMention")
public record NameMentionView(
        UUID id,
        FreeText kind,
        UUID objectId,
        UUID eventId,

        @Schema(examples = "/points/3") String pointer,

        int start,
        int length,
        Certainty certainty,
        MentionStatus status,
        Instant foundAt,
        @Nullable Instant settledAt) {

    static NameMentionView of(ResultSet row) throws SQLException {
        return new NameMentionView(
                row.getObject("id", UUID.class),
                FreeText.valueOf(row.getString("kind")),
                row.getObject("object_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("pointer"),
                row.getInt("start_at"),
                row.getInt("length"),
                Certainty.valueOf(row.getString("certainty")),
                MentionStatus.valueOf(row.getString("status")),
                Objects.requireNonNull(Sql.instant(row, "found_at")),
                Sql.instant(row, "settled_at"));
    }
}
