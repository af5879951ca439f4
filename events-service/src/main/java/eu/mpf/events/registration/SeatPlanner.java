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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the seat counters in step with what organisers plan; more seats go to the waiting list, the first portion at once. */
@ApplicationScoped
class SeatPlanner {
    private static final String TOTAL_OR_SESSION = """
            INSERT INTO seat_counter (scope_id, kind, session_id, capacity) VALUES (?, ?, ?, ?)
            ON CONFLICT (scope_id, kind, category, session_id) DO UPDATE SET capacity = excluded.capacity
            """;
    // Every category has a row, limited or not: a limit set while people register is a change of a row they lock and
    // see.
    // What is counted here matters to a row that is new.
    private static final String CATEGORIES = """
            INSERT INTO seat_counter (scope_id, kind, category, capacity, taken, waiting)
            SELECT s.id, 'CATEGORY', c.category, nullif(c.seats, '')::int,
                   count(r.id) FILTER (WHERE r.status IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN')),
                   count(r.id) FILTER (WHERE r.status = 'WAITLISTED')
            FROM (SELECT ?::uuid AS id) s
            CROSS JOIN unnest(?::text[], ?::text[]) AS c (category, seats)
            LEFT JOIN registration r ON r.scope_id = s.id AND r.category = c.category
            GROUP BY s.id, c.category, c.seats
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
        List<AudienceCategory> all = List.of(AudienceCategory.values());
        change(CATEGORIES, plan.scopeId(), all, all.stream().map(plan::seatsOf).toList());
        if (!before.isEmpty()) {
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
