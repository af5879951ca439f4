package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.event.SeatsPlanned;
import eu.mpf.events.session.SessionSeatsPlanned;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.sql.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the seat counters in step with what organisers plan; more seats go to the waiting list at once. */
@ApplicationScoped
class SeatPlanner {
    private static final String TOTAL_OR_SESSION = """
            INSERT INTO seat_counter (scope_id, kind, session_id, capacity) VALUES (?, ?, ?, ?)
            ON CONFLICT (scope_id, kind, category, session_id) DO UPDATE SET capacity = excluded.capacity
            """;
    // A limit set after people have registered begins with those who have.
    private static final String CATEGORY = """
            INSERT INTO seat_counter (scope_id, kind, category, capacity, taken, waiting)
            SELECT ?, 'CATEGORY', ?, ?,
                   count(*) FILTER (WHERE status IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN')),
                   count(*) FILTER (WHERE status = 'WAITLISTED')
            FROM registration WHERE scope_id = ? AND category = ?
            ON CONFLICT (scope_id, kind, category, session_id) DO UPDATE SET capacity = excluded.capacity
            """;

    private final Sql sql;
    private final SeatStatements statements;
    private final WaitingList line;
    private final Scenes scenes;

    SeatPlanner(Sql sql, SeatStatements statements, WaitingList line, Scenes scenes) {
        this.sql = sql;
        this.statements = statements;
        this.line = line;
        this.scenes = scenes;
    }

    void onPlan(@Observes SeatsPlanned plan) {
        Seats before = statements.lock(plan.scopeId());
        change(TOTAL_OR_SESSION, plan.scopeId(), "TOTAL", null, plan.total());
        for (Map.Entry<AudienceCategory, Integer> limit : plan.categories().entrySet()) {
            String category = limit.getKey().name();
            change(CATEGORY, plan.scopeId(), category, limit.getValue(), plan.scopeId(), category);
        }
        if (!before.isEmpty()) {
            sql.update(
                    "UPDATE seat_counter SET capacity = NULL WHERE scope_id = ? AND kind = 'CATEGORY' AND category <> ALL (?)",
                    plan.scopeId(),
                    plan.categories().keySet().stream().map(Enum::name).toArray(String[]::new));
            line.moveUp(plan.scopeId(), statements.lock(plan.scopeId()), scenes.of(plan.scopeId()));
        }
    }

    void onPlan(@Observes SessionSeatsPlanned plan) {
        Seats before = statements.lock(plan.eventId());
        change(TOTAL_OR_SESSION, plan.eventId(), "SESSION", plan.sessionId(), plan.capacity());
        if (before.session(plan.sessionId()).isPresent()) {
            line.moveUp(plan.eventId(), statements.lock(plan.eventId()), scenes.of(plan.eventId()));
        }
    }

    private void change(String statement, @Nullable Object... values) {
        try {
            sql.update(statement, values);
        } catch (SqlFailure e) {
            if (e.violates("seats_not_oversold")) {
                throw new ProblemException(
                        EventsProblem.CAPACITY_BELOW_TAKEN, "More seats are taken than the new capacity.");
            }
            throw e;
        }
    }
}
