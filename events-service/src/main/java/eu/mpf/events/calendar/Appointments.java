package eu.mpf.events.calendar;

import eu.mpf.events.event.Publicity;
import eu.mpf.events.sql.Json;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads events and sessions as appointments. */
@ApplicationScoped
public class Appointments {
    /** What {@link #event} reads, of event {@code e}. */
    public static final String EVENT = """
            e.id AS uid, e.calendar_sequence, e.title, e.summary, e.time_zone, e.starts_at, e.ends_at,
            concat_ws(', ', e.place, e.country) AS place, NOT e.day_confirmed AS tentative,
            e.status = 'CANCELLED' AS cancelled, NULL::uuid AS part_of""";

    /**
     * When session {@code s} of event {@code e} ends, if anybody knows: with the event, unless it begins after it. A follow-up
     * is no part of the day it follows.
     */
    public static final String SESSION_END = """
            coalesce(s.ends_at, CASE WHEN s.parent_session_id IS NULL AND coalesce(s.starts_at, e.starts_at) <= e.ends_at
                                     THEN e.ends_at END)""";

    /** The same of session {@code s} of event {@code e}; its version grows with every change of it. */
    public static final String SESSION = """
            s.id AS uid, (s.version + e.calendar_sequence)::int AS calendar_sequence, s.title, s.summary, s.time_zone,
            coalesce(s.starts_at, e.starts_at) AS starts_at, %s AS ends_at,
            CASE WHEN s.mode <> 'ONLINE' THEN concat_ws(', ', e.place, e.country) END AS place,
            NOT e.day_confirmed AND s.parent_session_id IS NULL AS tentative,
            s.status = 'CANCELLED' OR e.status = 'CANCELLED' AS cancelled, s.event_id AS part_of""".formatted(SESSION_END);

    private static final int MOST = 1000;

    private final Sql sql;

    Appointments(Sql sql) {
        this.sql = sql;
    }

    /** From a row with the columns above. */
    public static Appointment of(ResultSet row) throws SQLException {
        String place = row.getString("place");
        return new Appointment(
                row.getObject("uid", UUID.class),
                row.getInt("calendar_sequence"),
                Json.text(row.getString("title")),
                Json.optionalText(row.getString("summary")),
                row.getString("time_zone"),
                Objects.requireNonNull(Sql.instant(row, "starts_at")),
                Sql.instant(row, "ends_at"),
                place == null || place.isBlank() ? null : place,
                row.getBoolean("tentative"),
                row.getBoolean("cancelled"),
                row.getObject("part_of", UUID.class));
    }

    /** The event and those of its sessions that have times of their own; empty for an event that does not exist. */
    public List<Appointment> ofEvent(UUID eventId, String visible) {
        return sql.list("""
                SELECT %1$s FROM event e WHERE e.id = ? AND %3$s
                UNION ALL
                SELECT %2$s FROM session s JOIN event e ON e.id = s.event_id
                WHERE s.event_id = ? AND s.starts_at IS NOT NULL AND %3$s
                """.formatted(EVENT, SESSION, visible), Appointments::of, eventId, eventId);
    }

    /**
     * Public events of a series, newest first.
     *
     * @throws ProblemException 404 for a series nobody knows
     */
    public List<Appointment> ofSeries(UUID seriesId) {
        if (sql.first("SELECT 1 FROM event_series WHERE id = ?", row -> row.getInt(1), seriesId)
                .isEmpty()) {
            throw ProblemException.notFound("event series", seriesId);
        }
        return sql.list("""
                SELECT %s FROM event e JOIN event_series x ON x.key = e.series_key
                WHERE x.id = ? AND %s ORDER BY e.starts_at DESC, e.id LIMIT %d
                """.formatted(EVENT, Publicity.PUBLIC, MOST), Appointments::of, seriesId);
    }

    /**
     * Public events in order.
     *
     * @param conditions on event {@code e}, with these values
     */
    public List<Appointment> matching(List<String> conditions, List<Object> values) {
        String all = conditions.stream().map(" AND (%s)"::formatted).collect(Collectors.joining());
        return sql.list(
                "SELECT %s FROM event e WHERE %s%s ORDER BY e.starts_at, e.id LIMIT %d"
                        .formatted(EVENT, Publicity.PUBLIC, all, MOST),
                Appointments::of,
                values.toArray());
    }

    /**
     * What somebody goes to: the event and the sessions with a seat, or the follow-up. What the registration does not
     * hold a seat for is cancelled, so that a calendar which knew it forgets it. Every SEQUENCE is at least that of any letter
     * the registrant had before.
     */
    public List<Appointment> ofRegistration(UUID registrationId) {
        String seated = "r.status IN ('CONFIRMED', 'CHECKED_IN')";
        return sql.list(
                """
                        SELECT %1$s, NOT %3$s AS gone, r.calendar_step FROM registration r JOIN event e ON e.id = r.event_id
                        WHERE r.id = ? AND r.follow_up_id IS NULL
                        UNION ALL
                        SELECT %2$s, NOT %3$s AS gone, r.calendar_step FROM registration r
                        JOIN session s ON s.id = r.follow_up_id JOIN event e ON e.id = s.event_id
                        WHERE r.id = ? AND s.starts_at IS NOT NULL
                        UNION ALL
                        SELECT %2$s, NOT (%3$s AND x.state = 'SEAT') AS gone, r.calendar_step FROM registration r
                        JOIN session_seat x ON x.registration_id = r.id
                        JOIN session s ON s.id = x.session_id JOIN event e ON e.id = s.event_id
                        WHERE r.id = ? AND s.starts_at IS NOT NULL
                        """.formatted(EVENT, SESSION, seated),
                row -> {
                    Appointment told = of(row).later(row.getInt("calendar_step"));
                    return row.getBoolean("gone") ? told.gone() : told;
                },
                registrationId,
                registrationId,
                registrationId);
    }
}
