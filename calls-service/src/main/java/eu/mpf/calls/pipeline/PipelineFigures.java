package eu.mpf.calls.pipeline;

import eu.mpf.web.value.Money;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counts a call's applications in one statement. The total is counted apart from the parts, so that a gap would show. */
@ApplicationScoped
public class PipelineFigures {

    private static final String FIGURES = """
            WITH received AS (
                SELECT a.id, a.status, a.eu_share, g.status AS grant_status, f.currency
                FROM application a
                LEFT JOIN grant_agreement g ON g.application_id = a.id
                LEFT JOIN fund_balance f ON f.call_id = a.call_id AND f.fund = a.fund AND f.lot = a.lot
                WHERE a.call_id = ? AND a.submitted_at IS NOT NULL
            ), grouped AS (
                SELECT eu_share, currency, CASE
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
            SELECT NULL AS outcome, count(*), NULL::numeric, NULL FROM received
            UNION ALL
            SELECT outcome, count(*), sum(eu_share), min(currency) FROM grouped WHERE outcome IS NOT NULL GROUP BY outcome
            ORDER BY 1 NULLS FIRST
            """;

    private final AgroalDataSource dataSource;

    PipelineFigures(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Pipeline of(UUID callId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIGURES)) {
            statement.setObject(1, callId);
            long received = 0;
            List<Pipeline.Part> parts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String outcome = row.getString(1);
                    if (outcome == null) {
                        received = row.getLong(2);
                    } else {
                        parts.add(new Pipeline.Part(outcome, row.getLong(2), requested(row)));
                    }
                }
            }
            return Pipeline.of(received, parts);
        } catch (SQLException e) {
            throw new IllegalStateException("pipeline", e);
        }
    }

    private static List<Money> requested(ResultSet row) throws SQLException {
        BigDecimal sum = row.getBigDecimal(3);
        String currency = row.getString(4);
        return sum == null || currency == null ? List.of() : List.of(new Money(sum, currency));
    }
}
