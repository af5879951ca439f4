package eu.mpf.events.synopsis.api;

import eu.mpf.events.synopsis.SynopsisStatus;
import eu.mpf.web.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edition in a list. */
@Schema(name = "SynopsisSummary")
public record SynopsisSummary(
        UUID id,
        UUID eventId,
        int edition,
        SynopsisStatus status,
        String language,
        String title,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    static SynopsisSummary of(ResultSet row) throws SQLException {
        return new SynopsisSummary(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getInt("edition"),
                SynopsisStatus.valueOf(row.getString("status")),
                row.getString("language"),
                row.getString("title"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "published_at"));
    }
}
