package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.Allocation.Earlier;
import eu.mpf.events.registration.Allocation.Person;
import eu.mpf.events.registration.Allocation.ScopedCounter;
import eu.mpf.messaging.write.LastWrites;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that move seats. Whoever changes seats locks the TOTAL counter first, so nobody waits crosswise. */
@ApplicationScoped
public class SeatStatements {
    // Two statements in one round trip. FOR UPDATE reads the counters as they are after the wait, and what the second
    // reads was committed by then: whoever registers holds the lock until that.
    private static final String LOCK = locked("""
            SELECT *, now() AS transaction_time FROM seat_counter
            WHERE scope_id = ANY (?)
              AND (kind = 'TOTAL' OR (kind = 'CATEGORY' AND category = ANY (?))
                   OR (kind = 'SESSION' AND session_id = ANY (?::uuid[])))
            ORDER BY id %s;
            SELECT p.scope_id, p.address_hash, bool_or(r.status <> 'WITHDRAWN') AS standing,
                   max(r.calendar_step) FILTER (WHERE r.status = 'WITHDRAWN') AS step
            FROM unnest(?::uuid[], ?::text[]) AS p (scope_id, address_hash)
            CROSS JOIN LATERAL (
              SELECT status, calendar_step FROM registration
              WHERE scope_id = p.scope_id AND address_hash = p.address_hash AND status <> 'WITHDRAWN'
              UNION ALL
              SELECT status, calendar_step FROM registration
              WHERE scope_id = p.scope_id AND address_hash = p.address_hash AND status = 'WITHDRAWN') r
            GROUP BY p.scope_id, p.address_hash""");
    private static final String STORE = """
            UPDATE seat_counter c SET taken = s.taken, waiting = s.waiting, issued = s.issued
            FROM unnest(?::bigint[], ?::int[], ?::int[], ?::bigint[]) AS s (id, taken, waiting, issued) WHERE c.id = s.id""";
    private static final String COUNTERS = locked("SELECT * FROM seat_counter WHERE scope_id = %%s ORDER BY id %s");

    private final Sql sql;
    private final LastWrites writes;

    public SeatStatements(Sql sql, LastWrites writes) {
        this.sql = sql;
        this.writes = writes;
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

    /** The counters that these people count in, locked until the transaction ends, and who of them was there before. */
    Allocation.Locked lock(Collection<Claim> claims) {
        List<ScopedCounter> counters = new ArrayList<>();
        Map<Person, Earlier> earlier = new HashMap<>();
        sql.both(
                LOCK,
                row -> counters.add(new ScopedCounter(
                        row.getObject("scope_id", UUID.class),
                        counter(row),
                        Objects.requireNonNull(Sql.instant(row, "transaction_time")))),
                row -> earlier.put(
                        new Person(row.getObject("scope_id", UUID.class), row.getString("address_hash")),
                        new Earlier(row.getBoolean("standing"), row.getObject("step", Integer.class))),
                claims.stream().map(Claim::scopeId).distinct().toList(),
                claims.stream().map(Claim::category).distinct().toList(),
                claims.stream()
                        .flatMap(claim -> claim.sessions().stream())
                        .distinct()
                        .toList(),
                claims.stream().map(Claim::scopeId).toList(),
                claims.stream().map(claim -> claim.who().hash()).toList());
        if (counters.isEmpty()) {
            throw new IllegalStateException("no seats were planned for any of " + claims.size());
        }
        return new Allocation.Locked(counters.getFirst().now(), Allocation.byScope(counters), earlier);
    }

    /** Writes the counters, all at once, when the transaction ends. */
    void storeAtEnd(Collection<Seats> seats) {
        List<SeatCounter> changed =
                seats.stream().flatMap(each -> each.changed().stream()).toList();
        if (!changed.isEmpty()) {
            writes.add(
                    STORE,
                    row -> row.numbers(changed.stream().map(counter -> counter.id))
                            .numbers(changed.stream().map(counter -> (long) counter.taken()))
                            .numbers(changed.stream().map(counter -> (long) counter.waiting()))
                            .numbers(changed.stream().map(SeatCounter::issued)));
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
        return new Seats(sql.list(COUNTERS.formatted(scope), SeatStatements::counter, id));
    }

    private static SeatCounter counter(ResultSet row) throws SQLException {
        return new SeatCounter(
                row.getLong("id"),
                SeatCounter.Kind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getObject("session_id", UUID.class),
                row.getObject("capacity", Integer.class),
                row.getInt("taken"),
                row.getInt("waiting"),
                row.getBoolean("passing_on"),
                row.getLong("issued"));
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
