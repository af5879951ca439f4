package eu.mpf.events.event.api;

import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.EventStatus;
import eu.mpf.events.sql.Json;
import eu.mpf.web.value.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event in a list. */
@Schema(name = "EventSummary")
public record EventSummary(
        UUID id,
        String key,
        @Nullable String series,
        EventStatus status,
        LocalizedText title,
        EventMode mode,
        @Nullable String place,
        @Nullable String country,
        String timeZone,
        LocalDateTime startsLocal,
        Instant startsAt,
        Instant endsAt,
        boolean dayConfirmed) {

    static final String COLUMNS = """
            e.id, e.key, e.series_key, e.status, e.title, e.mode, e.place, e.country, e.time_zone, e.starts_local,
            e.starts_at, e.ends_at, e.day_confirmed""";

    static EventSummary of(ResultSet row) throws SQLException {
        return new EventSummary(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("series_key"),
                EventStatus.valueOf(row.getString("status")),
                Json.text(row.getString("title")),
                EventMode.valueOf(row.getString("mode")),
                row.getString("place"),
                row.getString("country"),
                row.getString("time_zone"),
                row.getObject("starts_local", LocalDateTime.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("day_confirmed"));
    }
}
