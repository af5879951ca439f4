package eu.mpf.calls.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.fund.Purse;
import eu.mpf.calls.scoring.BalanceRule;
import eu.mpf.calls.scoring.Candidate;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the ranking needs from the tables of applications and consensus, one statement each. */
@ApplicationScoped
class RankingRows {

    private static final TypeReference<Map<String, BigDecimal>> MARKS = new TypeReference<>() {};

    private static final String CANDIDATES = "SELECT a.id, a.reference, a.organisation, a.fund, a.lot,"
            // What a body decided, for one on the reserve list; else what is asked for.
            + " COALESCE((a.decision->'amount'->>'amount')::numeric, a.eu_share), a.status,"
            + " c.marks, c.total, c.passes, a.content->'lead'->>'country', a.content->>'region',"
            + " a.content->'euShare'->>'currency'"
            + " FROM application a"
            + " JOIN consensus c ON c.application_id = a.id AND c.stage = ?"
            + " WHERE a.call_id = ? AND a.status = ANY(?)";

    /**
     * What those asked for who are invited, by the concept note as it was handed in: what they write now may differ. One that
     * was taken back counts no more.
     */
    private static final String INVITED = """
            SELECT note.content->>'fund', COALESCE(note.content->>'lot', ''),
                   sum((note.content->'euShare'->>'amount')::numeric)
            FROM application a
            CROSS JOIN LATERAL (
                SELECT s.content::jsonb->'content' AS content FROM submission s
                WHERE s.application_id = a.id AND s.stage = 'CONCEPT_NOTE'
                ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1) note
            WHERE a.call_id = ? AND a.status <> 'WITHDRAWN' AND a.steps @> '[{"command": "INVITE"}]'
            GROUP BY 1, 2
            """;

    private static final String AWARDED = """
            SELECT 'LEAD_COUNTRY', content->'lead'->>'country', count(*) FROM application
            WHERE call_id = ? AND status = 'AWARDED' GROUP BY 2
            UNION ALL SELECT 'REGION', content->>'region', count(*) FROM application
            WHERE call_id = ? AND status = 'AWARDED' GROUP BY 2
            UNION ALL SELECT 'LEAD_ORGANISATION', organisation, count(*) FROM application
            WHERE call_id = ? AND status = 'AWARDED' GROUP BY 2
            """;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    RankingRows(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    List<Row> candidates(UUID callId, Stage stage, List<String> statuses) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CANDIDATES)) {
            statement.setString(1, stage.name());
            statement.setObject(2, callId);
            statement.setArray(3, connection.createArrayOf("text", statuses.toArray()));
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("ranking", e);
        }
    }

    private Row read(ResultSet row) throws SQLException, JsonProcessingException {
        Purse purse = new Purse(row.getString(4), row.getString(5));
        Candidate candidate = new Candidate(
                row.getObject(1, UUID.class),
                purse.toString(),
                row.getBigDecimal(6),
                json.readValue(row.getString(8), MARKS),
                row.getBigDecimal(9),
                row.getBoolean(10),
                groups(row));
        return new Row(candidate, row.getString(2), row.getString(3), purse, row.getString(7), row.getString(13));
    }

    private static Map<BalanceRule.By, String> groups(ResultSet row) throws SQLException {
        Map<BalanceRule.By, String> groups = new EnumMap<>(BalanceRule.By.class);
        groups.put(BalanceRule.By.LEAD_ORGANISATION, row.getString(3));
        String country = row.getString(11);
        if (country != null) {
            groups.put(BalanceRule.By.LEAD_COUNTRY, country);
        }
        String region = row.getString(12);
        if (region != null) {
            groups.put(BalanceRule.By.REGION, region);
        }
        return groups;
    }

    /** What the invited concept notes of a call ask of each purse. */
    Map<String, BigDecimal> invited(UUID callId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INVITED)) {
            statement.setObject(1, callId);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, BigDecimal> invited = new HashMap<>();
                while (row.next()) {
                    invited.put(new Purse(row.getString(1), row.getString(2)).toString(), row.getBigDecimal(3));
                }
                return invited;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("invited", e);
        }
    }

    /** How many awards each group of the call holds. */
    Map<BalanceRule.By, Map<String, Integer>> awarded(UUID callId) {
        Map<BalanceRule.By, Map<String, Integer>> awarded = new EnumMap<>(BalanceRule.By.class);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(AWARDED)) {
            for (int i = 1; i <= 3; i++) {
                statement.setObject(i, callId);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String value = row.getString(2);
                    if (value != null) {
                        awarded.computeIfAbsent(BalanceRule.By.valueOf(row.getString(1)), by -> new HashMap<>())
                                .put(value, row.getInt(3));
                    }
                }
            }
            return awarded;
        } catch (SQLException e) {
            throw new IllegalStateException("awards", e);
        }
    }

    /** The applications of all tie decisions, the earliest decision first. */
    List<UUID> decided(UUID callId, Stage stage) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT applications FROM tie_decision WHERE call_id = ? AND stage = ? ORDER BY decided_at DESC")) {
            statement.setObject(1, callId);
            statement.setString(2, stage.name());
            List<UUID> order = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    order.addAll(Arrays.asList((UUID[]) row.getArray(1).getArray()));
                }
            }
            return order.stream().distinct().toList();
        } catch (SQLException e) {
            throw new IllegalStateException("tie decisions", e);
        }
    }

    void decide(UUID id, UUID callId, Stage stage, List<UUID> order, String reason, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO tie_decision (id, call_id, stage, applications, reason, decided_by, decided_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, platform_clock())")) {
            statement.setObject(1, id);
            statement.setObject(2, callId);
            statement.setString(3, stage.name());
            statement.setArray(4, connection.createArrayOf("uuid", order.toArray()));
            statement.setString(5, reason);
            statement.setString(6, by);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("tie decision", e);
        }
    }

    /** A candidate and what a reader wants to know beside it. */
    record Row(
            Candidate candidate, String reference, String organisation, Purse purse, String status, String currency) {}
}
