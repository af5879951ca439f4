package eu.mpf.calls.pipeline;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts a call's applications in one statement. The total is counted apart from the parts, so that a gap would show. */
@ApplicationScoped
public class PipelineFigures {

    private static final String FIGURES = """
            WITH received AS (
                SELECT a.id, a.status, a.eu_share, g.status AS grant_status,
                    COALESCE(a.currency, a.content->'euShare'->>'currency') AS currency
                FROM application a
                LEFT JOIN grant_agreement g ON g.application_id = a.id
                WHERE a.call_id = ? AND a.submitted_at IS NOT NULL
            ), grouped AS (
                SELECT id, eu_share, currency, CASE
                    WHEN status IN ('CONCEPT_SUBMITTED', 'INVITED') THEN 'CONCEPT'
                    WHEN status IN ('SUBMITTED', 'RETURNED') THEN 'IN_CHECK'
                    WHEN status = 'ELIGIBLE' THEN 'IN_EVALUATION'
                    WHEN status IN ('NOT_INVITED', 'INELIGIBLE', 'REJECTED') THEN 'REJECTED'
                    WHEN status = 'RESERVED' THEN 'RESERVE'
                    WHEN status IN ('WITHDRAWN', 'REVOKED', 'DRAFT') THEN 'WITHDRAWN'
                    WHEN status = 'AWARDED' AND grant_status = 'SIGNED' THEN 'GRANTED'
                    WHEN status = 'AWARDED' AND grant_status = 'AWARDED' THEN 'IN_CONTRACTING'
                END AS outcome
                FROM received
            )
            """;

    /** What was put before a meeting, and what became of it since. */
    private static final String OF_MEETING = """
            WITH received AS (
                SELECT (item->>'applicationId')::uuid AS id, a.status, a.eu_share,
                    COALESCE(a.currency, a.content->'euShare'->>'currency') AS currency
                FROM committee_meeting m, jsonb_array_elements(m.agenda) item
                LEFT JOIN application a ON a.id = (item->>'applicationId')::uuid
                WHERE m.call_id = ? AND m.id = ?
            ), grouped AS (
                SELECT id, eu_share, currency, CASE
                    WHEN status IN ('CONCEPT_SUBMITTED', 'SUBMITTED', 'RETURNED', 'ELIGIBLE') THEN 'UNDECIDED'
                    WHEN status IN ('INVITED', 'NOT_INVITED', 'INELIGIBLE', 'REJECTED') THEN status
                    WHEN status = 'RESERVED' THEN 'RESERVE'
                    WHEN status IN ('WITHDRAWN', 'REVOKED') THEN 'WITHDRAWN'
                    WHEN status = 'AWARDED' THEN 'AWARDED'
                END AS outcome
                FROM received
            )
            """;

    /** The total, with the applications of no part, is counted apart from the parts; each part sums its money by currency. */
    private static final String COUNTED = """
            SELECT NULL AS outcome, count(*), NULL::numeric, NULL,
                ARRAY(SELECT id FROM grouped WHERE outcome IS NULL ORDER BY id) FROM received
            UNION ALL
            SELECT outcome, count(*), sum(eu_share), currency, '{}' FROM grouped WHERE outcome IS NOT NULL
            GROUP BY outcome, currency
            ORDER BY 1 NULLS FIRST, 4
            """;

    private final Sql sql;

    PipelineFigures(Sql sql) {
        this.sql = sql;
    }

    /** A row of the figures: without an outcome, the total and what no part knows. */
    private record Counted(
            @Nullable String outcome,
            long applications,
            @Nullable Money requested,
            List<UUID> unaccounted) {

        static Counted of(ResultSet row) throws SQLException {
            BigDecimal sum = row.getBigDecimal(3);
            String currency = row.getString(4);
            return new Counted(
                    row.getString(1),
                    row.getLong(2),
                    sum == null || currency == null ? null : new Money(sum, currency),
                    List.of((UUID[]) row.getArray(5).getArray()));
        }
    }

    /** @param language of what is said in words */
    public Pipeline of(UUID callId, Locale language) {
        return figures(sql.list(FIGURES + COUNTED, Counted::of, callId), language);
    }

    /** @throws ProblemException 404 for a meeting that is not the call's */
    public Pipeline of(UUID callId, UUID meetingId, Locale language) {
        if (sql.first("SELECT 1 FROM committee_meeting WHERE id = ? AND call_id = ?", row -> 1, meetingId, callId)
                .isEmpty()) {
            throw ProblemException.notFound("meeting", meetingId);
        }
        return figures(sql.list(OF_MEETING + COUNTED, Counted::of, callId, meetingId), language);
    }

    private static Pipeline figures(List<Counted> rows, Locale language) {
        long received = 0;
        List<UUID> unaccounted = List.of();
        Map<String, Pipeline.Part> parts = new LinkedHashMap<>();
        for (Counted row : rows) {
            if (row.outcome() == null) {
                received = row.applications();
                unaccounted = row.unaccounted();
            } else {
                List<Money> money = row.requested() == null ? List.of() : List.of(row.requested());
                parts.merge(
                        row.outcome(),
                        new Pipeline.Part(row.outcome(), row.applications(), money),
                        Pipeline.Part::plus);
            }
        }
        return Pipeline.of(received, List.copyOf(parts.values()), unaccounted, language);
    }
}
