package eu.mpf.events.registration;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.sql.Json;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.sql.SqlFailure;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that move seats. Whoever changes seats locks the TOTAL counter first, so nobody waits crosswise. */
@ApplicationScoped
public class SeatStatements {
    // Lock, decide, count and store in one round trip: the lock of a hot event is held no longer than needed.
    // FOR UPDATE reads the counters as they are after the wait, so "taken < capacity" is decided on fresh values.
    private static final String REGISTER = locked("""
            WITH locked AS MATERIALIZED (
              SELECT * FROM seat_counter
              WHERE scope_id = ?
                AND (kind = 'TOTAL' OR (kind = 'CATEGORY' AND category = ?)
                     OR (kind = 'SESSION' AND session_id = ANY (?::uuid[])))
              ORDER BY id %s
            ), decision AS (
              SELECT CASE WHEN ? THEN 'PENDING'
                          WHEN bool_or(passing_on) FILTER (WHERE kind = 'TOTAL') THEN 'WAITLISTED'
                          WHEN bool_and(capacity IS NULL OR taken < capacity) FILTER (WHERE kind <> 'SESSION')
                          THEN 'CONFIRMED' ELSE 'WAITLISTED' END AS status
              FROM locked
            ), moved AS (
              UPDATE seat_counter c SET
                issued = l.issued + 1,
                taken = l.taken + CASE WHEN d.status = 'CONFIRMED' AND NOT l.passing_on
                                            AND (l.capacity IS NULL OR l.taken < l.capacity)
                                       THEN 1 ELSE 0 END,
                waiting = l.waiting + CASE WHEN d.status = 'WAITLISTED' AND l.kind <> 'SESSION' THEN 1
                                           WHEN d.status = 'CONFIRMED' AND (l.passing_on OR l.taken >= l.capacity) THEN 1
                                           ELSE 0 END
              FROM locked l, decision d
              WHERE c.id = l.id
              RETURNING c.kind, c.session_id, new.issued AS number, new.waiting AS waiting,
                        new.taken - old.taken AS got
            ), stored AS (
              INSERT INTO registration
                (id, event_id, follow_up_id, scope_id, number, category, status, address_hash, address, name,
                 organisation, subject, language, consent, form_version, answers, version, calendar_step)
              SELECT ?, ?, ?, ?, m.number, ?, d.status, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, 0,
                     coalesce((SELECT max(b.calendar_step) + 1 FROM registration b
                               WHERE b.scope_id = ? AND b.address_hash = ? AND b.status = 'WITHDRAWN'), 0)
              FROM moved m, decision d WHERE m.kind = 'TOTAL'
              RETURNING id, status, number, created_at, calendar_step
            ), chosen AS (
              INSERT INTO session_seat (registration_id, session_id, number, state)
              SELECT s.id, m.session_id, s.number,
                     CASE WHEN s.status <> 'CONFIRMED' THEN 'REQUESTED' WHEN m.got = 1 THEN 'SEAT' ELSE 'WAITING' END
              FROM moved m, stored s WHERE m.kind = 'SESSION'
              RETURNING session_id, state
            )
            SELECT s.status, s.number, s.created_at, s.calendar_step, m.waiting,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('sessionId', session_id, 'state', state)), '[]')
                    FROM chosen) AS sessions
            FROM stored s, moved m WHERE m.kind = 'TOTAL'
            """);
    private static final String COUNTERS = locked("SELECT * FROM seat_counter WHERE scope_id = %%s ORDER BY id %s");

    private final Sql sql;

    public SeatStatements(Sql sql) {
        this.sql = sql;
    }

    /**
     * With the lock in its place; without it only where a benchmark wants to see that its checker notices: the system
     * property is no configuration key, so no deployment can set it by accident.
     */
    private static String locked(String statement) {
        boolean without = Boolean.getBoolean("mpf.negative-control.no-seat-lock");
        if (without) {
            Log.error("seats are NOT locked: this is a negative control, and it will oversell");
        }
        return statement.formatted(without ? "" : "FOR UPDATE");
    }

    /**
     * Takes the seats there are, or a place in line, and stores the registration.
     *
     * @throws ProblemException 409 if the address is registered already
     */
    Registered register(UUID id, UUID eventId, RegistrationDetails details, NewRegistrant who, boolean approval) {
        UUID followUp = details.followUpId();
        UUID scope = followUp == null ? eventId : followUp;
        UUID[] sessions =
                details.sessions() == null ? new UUID[0] : details.sessions().toArray(UUID[]::new);
        try {
            return sql.first(
                            REGISTER,
                            row -> new Registered(
                                    id,
                                    eventId,
                                    followUp,
                                    RegistrationStatus.valueOf(row.getString("status")),
                                    details.category(),
                                    row.getLong("number"),
                                    "WAITLISTED".equals(row.getString("status"))
                                            ? Integer.valueOf(row.getInt("waiting"))
                                            : null,
                                    Json.read(row.getString("sessions"), new TypeReference<List<ChosenSession>>() {}),
                                    Sql.instant(row, "created_at"),
                                    who.consent(),
                                    who.storedFormVersion(),
                                    row.getInt("calendar_step")),
                            scope,
                            details.category(),
                            sessions,
                            approval,
                            id,
                            eventId,
                            followUp,
                            scope,
                            details.category(),
                            who.hash(),
                            who.address().value(),
                            details.name(),
                            details.organisation(),
                            who.subject(),
                            details.languageOrDefault(),
                            Json.write(who.consent()),
                            who.storedFormVersion(),
                            who.storedAnswers(),
                            scope,
                            who.hash())
                    .orElseThrow(() -> new IllegalStateException("no seats were planned for " + scope));
        } catch (SqlFailure e) {
            if (e.violates("registration_once")) {
                throw alreadyRegistered();
            }
            throw e;
        }
    }

    static ProblemException alreadyRegistered() {
        return new ProblemException(
                EventsProblem.ALREADY_REGISTERED, "There is a registration with this address already.");
    }

    /** All counters of an event or follow-up, locked until the transaction ends. */
    Seats lock(UUID scopeId) {
        return seats("?", scopeId);
    }

    /** The counters of the event or follow-up a registration belongs to; empty for no such registration. */
    Optional<Seats> lockOf(UUID registrationId) {
        Seats seats = seats("(SELECT scope_id FROM registration WHERE id = ?)", registrationId);
        return seats.isEmpty() ? Optional.empty() : Optional.of(seats);
    }

    private Seats seats(String scope, UUID id) {
        return new Seats(sql.list(
                COUNTERS.formatted(scope),
                row -> new SeatCounter(
                        row.getLong("id"),
                        SeatCounter.Kind.valueOf(row.getString("kind")),
                        row.getString("category"),
                        row.getObject("session_id", UUID.class),
                        row.getObject("capacity", Integer.class),
                        row.getInt("taken"),
                        row.getInt("waiting"),
                        row.getBoolean("passing_on")),
                id));
    }

    void store(Seats seats) {
        for (SeatCounter counter : seats.changed()) {
            sql.update(
                    "UPDATE seat_counter SET taken = ?, waiting = ?, passing_on = ? WHERE id = ?",
                    counter.taken(),
                    counter.waiting(),
                    counter.passingOn(),
                    counter.id);
        }
    }

    /** First in line among these categories. */
    @Nullable
    UUID nextInLine(UUID scopeId, List<AudienceCategory> categories) {
        return sql.first(
                        """
                        SELECT id FROM registration
                        WHERE scope_id = ? AND status = 'WAITLISTED' AND category = ANY (?)
                        ORDER BY number LIMIT 1
                        """,
                        row -> row.getObject(1, UUID.class),
                        scopeId,
                        categories.stream().map(Enum::name).toArray(String[]::new))
                .orElse(null);
    }

    /** First in line for a session, among those who have a seat at the event. */
    @Nullable
    UUID nextInLine(UUID sessionId) {
        return sql.first("""
                        SELECT x.registration_id FROM session_seat x
                        JOIN registration r ON r.id = x.registration_id AND r.status IN ('CONFIRMED', 'CHECKED_IN')
                        WHERE x.session_id = ? AND x.state = 'WAITING' ORDER BY x.number LIMIT 1
                        """, row -> row.getObject(1, UUID.class), sessionId).orElse(null);
    }

    /** Place in the waiting list, from 1. */
    int positionOf(Registration waiting) {
        return sql.first("""
                        SELECT count(*)::int FROM registration
                        WHERE scope_id = ? AND status = 'WAITLISTED' AND number <= ?
                        """, row -> row.getInt(1), waiting.scopeId(), waiting.number())
                .orElseThrow();
    }

    public List<ChosenSession> sessionsOf(UUID registrationId) {
        return sql.list(
                "SELECT session_id, state FROM session_seat WHERE registration_id = ? ORDER BY session_id",
                row -> new ChosenSession(
                        row.getObject("session_id", UUID.class), SessionSeatState.valueOf(row.getString("state"))),
                registrationId);
    }

    /** Whether a session of the programme is still to take place. */
    boolean isPlanned(UUID sessionId) {
        return sql.first("SELECT 1 FROM session WHERE id = ? AND status = 'PLANNED'", row -> row.getInt(1), sessionId)
                .isPresent();
    }

    void sessionState(UUID registrationId, UUID sessionId, SessionSeatState state) {
        sql.update(
                "UPDATE session_seat SET state = ? WHERE registration_id = ? AND session_id = ?",
                state,
                registrationId,
                sessionId);
    }
}
