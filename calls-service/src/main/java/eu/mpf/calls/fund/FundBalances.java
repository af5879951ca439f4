package eu.mpf.calls.fund;

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
import java.util.Optional;
import java.util.UUID;

/**
 * The balance rows. Each movement is one conditional statement: the row lock it takes orders all movements of a purse,
 * its condition refuses what is not there, and the table's constraints hold even against a mistake here.
 * Callers bring the transaction.
 */
@ApplicationScoped
public class FundBalances {

    private static final String COLUMNS = " fund, lot, currency, envelope, reserved, committed, depleted_below";

    private static final String RESERVE = "UPDATE fund_balance SET reserved = reserved + ?"
            + " WHERE call_id = ? AND fund = ? AND lot = ? AND currency = ? AND envelope - reserved - committed >= ?"
            + " RETURNING"
            + COLUMNS;

    private static final String COMMIT = "UPDATE fund_balance SET reserved = reserved - ?, committed = committed + ?"
            + " WHERE call_id = ? AND fund = ? AND lot = ? RETURNING" + COLUMNS;

    private static final String RELEASE_RESERVED = "UPDATE fund_balance SET reserved = reserved - ?"
            + " WHERE call_id = ? AND fund = ? AND lot = ? RETURNING" + COLUMNS;

    private static final String RELEASE_COMMITTED = "UPDATE fund_balance SET committed = committed - ?"
            + " WHERE call_id = ? AND fund = ? AND lot = ? RETURNING" + COLUMNS;

    private static final String SET_ENVELOPE =
            "INSERT INTO fund_balance AS b (call_id, fund, lot, currency, envelope, depleted_below)"
                    + " VALUES (?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (call_id, fund, lot) DO UPDATE SET envelope = excluded.envelope,"
                    + " depleted_below = excluded.depleted_below"
                    + " WHERE excluded.envelope >= b.reserved + b.committed AND excluded.currency = b.currency RETURNING"
                    + COLUMNS;

    private static final String CLOSE = "DELETE FROM fund_balance WHERE call_id = ? AND fund = ? AND lot = ?"
            + " AND reserved = 0 AND committed = 0 RETURNING"
            + COLUMNS;

    private static final String OF_CALL =
            "SELECT" + COLUMNS + " FROM fund_balance WHERE call_id = ? ORDER BY fund, lot";

    private final AgroalDataSource dataSource;

    FundBalances(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sets money aside for an award; empty when the purse does not hold it, or is in another currency. */
    public Optional<Balance> reserve(UUID callId, Purse purse, Money money) {
        BigDecimal amount = money.amount();
        return one(RESERVE, amount, callId, purse.fund(), purse.lot(), money.currency(), amount);
    }

    /** Turns what an award reserved into a commitment, when the grant is signed. */
    public Balance commit(UUID callId, Purse purse, BigDecimal amount) {
        return one(COMMIT, amount, amount, callId, purse.fund(), purse.lot()).orElseThrow();
    }

    public Balance releaseReserved(UUID callId, Purse purse, BigDecimal amount) {
        return one(RELEASE_RESERVED, amount, callId, purse.fund(), purse.lot()).orElseThrow();
    }

    public Balance releaseCommitted(UUID callId, Purse purse, BigDecimal amount) {
        return one(RELEASE_COMMITTED, amount, callId, purse.fund(), purse.lot()).orElseThrow();
    }

    /**
     * Opens a purse or moves its envelope; empty when more than the new envelope is already spoken for, or the purse was opened
     * in another currency.
     */
    public Optional<Balance> setEnvelope(UUID callId, Purse purse, Money envelope, BigDecimal depletedBelow) {
        return one(
                SET_ENVELOPE, callId, purse.fund(), purse.lot(), envelope.currency(), envelope.amount(), depletedBelow);
    }

    /** Takes a purse away; false when something is reserved or committed in it. */
    public boolean close(UUID callId, Purse purse) {
        return one(CLOSE, callId, purse.fund(), purse.lot()).isPresent();
    }

    public List<Balance> of(UUID callId) {
        return query(OF_CALL, callId);
    }

    private Optional<Balance> one(String sql, Object... parameters) {
        return query(sql, parameters).stream().findFirst();
    }

    private List<Balance> query(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Balance> balances = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    balances.add(read(row));
                }
            }
            return balances;
        } catch (SQLException e) {
            throw new IllegalStateException("fund balance", e);
        }
    }

    private static Balance read(ResultSet row) throws SQLException {
        return new Balance(
                new Purse(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7));
    }
}
