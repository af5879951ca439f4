package eu.mpf.events.joinlink;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.event.WallTime;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Keeps join links, and gives them out to those with a seat, from the set time until the end. */
@ApplicationScoped
@Transactional
public class JoinLinkService {
    private final Sql sql;
    private final AuditTrail audit;

    public JoinLinkService(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * @param opensAt from when registrants get it
     * @param endsAt until when; without an end of its own, a follow-up's day
     */
    public record Held(JoinLink link, Instant opensAt, Instant endsAt, long version) {}

    /** @throws ProblemException 404 while there is none */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Held read(UUID sessionId) {
        return sql.first("""
                        SELECT j.url, j.minutes_before, j.version, s.time_zone,
                               coalesce(s.starts_at, e.starts_at) AS starts_at, %s AS ends_at
                        FROM join_link j JOIN session s ON s.id = j.session_id JOIN event e ON e.id = s.event_id
                        WHERE j.session_id = ?
                        """.formatted(Appointments.SESSION_END), JoinLinkService::held, sessionId)
                .orElseThrow(() -> ProblemException.notFound("join link of session", sessionId));
    }

    private static Held held(ResultSet row) throws SQLException {
        JoinLink link = new JoinLink(row.getString("url"), row.getInt("minutes_before"));
        Instant starts = Objects.requireNonNull(Sql.instant(row, "starts_at"));
        Instant ends = Sql.instant(row, "ends_at");
        return new Held(
                link,
                starts.minus(Duration.ofMinutes(link.minutesBefore())),
                ends == null ? WallTime.endOfDay(starts, WallTime.zone(row.getString("time_zone"))) : ends,
                row.getLong("version"));
    }

    /**
     * For one registrant.
     *
     * @throws ProblemException 404 for whoever has no seat in the session, 409 before the set time and after the end
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Held forRegistrant(UUID sessionId, UUID registrationId) {
        Instant now = sql.first("""
                        SELECT platform_clock() AS now FROM session_audience a
                        JOIN session s ON s.id = a.session_id JOIN event e ON e.id = s.event_id
                        WHERE a.session_id = ? AND a.registration_id = ?
                          AND s.status <> 'CANCELLED' AND e.status NOT IN ('DRAFT', 'CANCELLED')
                        """, row -> Objects.requireNonNull(Sql.instant(row, "now")), sessionId, registrationId)
                .orElseThrow(() -> ProblemException.notFound("join link of session", sessionId));
        Held held = read(sessionId);
        if (now.isBefore(held.opensAt()) || now.isAfter(held.endsAt())) {
            throw new ProblemException(
                    EventsProblem.JOIN_LINK_NOT_YET,
                    "The session can be joined from %s until %s.".formatted(held.opensAt(), held.endsAt()));
        }
        return held;
    }

    /** @throws ProblemException 404 for no such session, 409 for one that nobody joins online, 412 if overtaken */
    public Held write(UUID sessionId, long expectedVersion, JoinLink link) {
        String mode = sql.first("SELECT mode FROM session WHERE id = ?", row -> row.getString(1), sessionId)
                .orElseThrow(() -> ProblemException.notFound("session", sessionId));
        if ("IN_PERSON".equals(mode)) {
            throw new ProblemException(EventsProblem.STEP_NOT_POSSIBLE, "The session takes place in a room only.");
        }
        Optional<Map<String, Object>> before = sql.first(
                "SELECT url, minutes_before FROM join_link WHERE session_id = ?",
                row -> trace(row.getString(1), row.getInt(2)),
                sessionId);
        int stored = expectedVersion == 0
                ? sql.update("""
                        INSERT INTO join_link (session_id, url, minutes_before, version) VALUES (?, ?, ?, 1)
                        ON CONFLICT DO NOTHING
                        """, sessionId, link.url(), link.minutesBefore())
                : sql.update("""
                        UPDATE join_link SET url = ?, minutes_before = ?, version = version + 1, updated_at = now()
                        WHERE session_id = ? AND version = ?
                        """, link.url(), link.minutesBefore(), sessionId, expectedVersion);
        if (stored == 0) {
            throw new ProblemException(CommonProblem.VERSION_CONFLICT, "The join link was set in the meantime.");
        }
        audit.record(
                "join-link.write",
                "session",
                sessionId,
                before.orElse(null),
                trace(link.url(), link.minutesBefore()),
                null);
        return read(sessionId);
    }

    /** Who has the link can join: the trail has a fingerprint of it. */
    private static Map<String, Object> trace(String url, int minutesBefore) {
        return Map.of("url", Sha256.hex(url), "minutesBefore", minutesBefore);
    }
}
