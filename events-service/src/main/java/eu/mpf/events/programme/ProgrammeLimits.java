package eu.mpf.events.programme;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.ProgrammeChanged;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * How much one programme holds, many times what any event needs: a version of a programme is read as a whole, so its size
 * must have an end.
 */
@ApplicationScoped
class ProgrammeLimits {
    static final int SESSIONS = 500;
    static final int CONTRIBUTIONS = 2_000;

    private static final String SESSIONS_OF = "SELECT count(*) FROM session WHERE event_id = ?";
    private static final String CONTRIBUTIONS_OF =
            "SELECT count(*) FROM contribution c JOIN session s ON s.id = c.session_id WHERE s.event_id = ?";

    private final Sql sql;

    ProgrammeLimits(Sql sql) {
        this.sql = sql;
    }

    /**
     * After the change, with the event's row locked: who adds at the same moment is counted.
     *
     * @throws ProblemException 409 if the change adds beyond a limit
     */
    void check(ProgrammeChanged change) {
        switch (change.what()) {
            case SESSION_ADDED, FOLLOW_UP_PLANNED -> check(SESSIONS_OF, change.eventId(), SESSIONS, "sessions");
            case CONTRIBUTION_ADDED ->
                check(CONTRIBUTIONS_OF, change.eventId(), CONTRIBUTIONS, "contributions of speakers");
            case PUBLISHED,
                    EVENT_REVISED,
                    RESCHEDULED,
                    CANCELLED,
                    SESSION_REVISED,
                    SESSION_CANCELLED,
                    CONTRIBUTION_REVISED,
                    CONTRIBUTION_REMOVED -> {
                // nothing is added
            }
        }
    }

    private void check(String count, UUID eventId, int most, String what) {
        long now = sql.first(count, row -> row.getLong(1), eventId).orElse(0L);
        if (now > most) {
            throw new ProblemException(
                    EventsProblem.PROGRAMME_FULL, "An event has at most %,d %s.".formatted(most, what));
        }
    }
}
