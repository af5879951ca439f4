package eu.mpf.events.synopsis;

import eu.mpf.events.event.Event;
import eu.mpf.events.sql.Json;
import eu.mpf.events.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What follows from an event, as far as it was recorded: sessions agreed, sessions arranged. */
final class NextSteps {
    private static final String FOLLOW_UPS = """
            SELECT s.title, s.starts_local, s.starts_at, s.time_zone, s.mode, s.status, p.title AS parent_title,
                   s.parent_session_id, s.follow_ups_from, s.follow_ups_to
            FROM session s LEFT JOIN session p ON p.id = s.parent_session_id
            WHERE s.event_id = ? AND s.status <> 'CANCELLED'
              AND (s.parent_session_id IS NOT NULL OR s.follow_ups_to > 0)
            ORDER BY s.parent_session_id NULLS FIRST, s.starts_at NULLS LAST, s.id
            """;

    private final Sql sql;

    NextSteps(Sql sql) {
        this.sql = sql;
    }

    List<String> of(Event event, List<Locale> in) {
        return new ArrayList<>(sql.list(FOLLOW_UPS, row -> step(row, in), event.id()));
    }

    private static String step(ResultSet row, List<Locale> in) throws SQLException {
        String title = Json.text(row.getString("title")).get(in);
        if (row.getString("parent_session_id") == null) {
            return "After \u201c%s\u201d, %s agreed."
                    .formatted(title, Phrases.sessions(row.getInt("follow_ups_from"), row.getInt("follow_ups_to")));
        }
        LocalDateTime local = row.getObject("starts_local", LocalDateTime.class);
        Instant at = Sql.instant(row, "starts_at");
        String when = local == null || at == null
                ? "date to be announced"
                : Phrases.dateAndTime(local, row.getString("time_zone"), at);
        String held = "HELD".equals(row.getString("status")) ? " It has taken place." : "";
        return "%s, %s, %s. It goes on from \u201c%s\u201d.%s"
                .formatted(
                        title,
                        when,
                        row.getString("mode").toLowerCase(Locale.ROOT).replace('_', ' '),
                        Json.text(row.getString("parent_title")).get(in),
                        held);
    }
}
