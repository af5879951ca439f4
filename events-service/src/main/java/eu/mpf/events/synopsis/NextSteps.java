package eu.mpf.events.synopsis;

import eu.mpf.events.event.Event;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
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
    private final Labels labels;
    private final Phrases phrases;

    NextSteps(Sql sql, Labels labels) {
        this.sql = sql;
        this.labels = labels;
        this.phrases = new Phrases(labels);
    }

    List<String> of(Event event) {
        return sql.list(FOLLOW_UPS, this::step, event.id());
    }

    private String step(ResultSet row) throws SQLException {
        List<Locale> in = List.of(labels.locale());
        String title = Json.text(row.getString("title")).get(in);
        if (row.getString("parent_session_id") == null) {
            return labels.format(
                    "next.agreed", title, phrases.sessions(row.getInt("follow_ups_from"), row.getInt("follow_ups_to")));
        }
        LocalDateTime local = row.getObject("starts_local", LocalDateTime.class);
        Instant at = Sql.instant(row, "starts_at");
        String session = labels.format(
                "next.session",
                title,
                local == null || at == null
                        ? labels.of("next.undated")
                        : phrases.dateAndTime(local, row.getString("time_zone"), at),
                phrases.mode(row.getString("mode")),
                Json.text(row.getString("parent_title")).get(in));
        return "HELD".equals(row.getString("status")) ? labels.format("next.held", session) : session;
    }
}
