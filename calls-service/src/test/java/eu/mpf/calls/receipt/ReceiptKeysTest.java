package eu.mpf.calls.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas that start together, each on a connection of its own, with no key configured. */
@MpfTest
@Tag("C10")
class ReceiptKeysTest {

    @Test
    void theServiceThatRunsHoldsNoLockASecondReplicaWouldWaitFor() {
        assertThat(Sql.value(Boolean.class, "SELECT pg_try_advisory_xact_lock(724401)"))
                .isTrue();
    }

    @Test
    void theSecondWaitsForTheFirstOnlyUntilItsKeyIsKeptAndKeepsNoOther() throws Exception {
        try (Connection first = fresh();
                Connection second = fresh()) {
            SigningKey kept = SigningKey.generate();
            ReceiptKeys.keepFirst(first, kept);
            CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> keep(second, SigningKey.generate()));
            Awarding.await(() -> Sql.count("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'advisory'"
                            + " AND objid = 724401")
                    > 0);
            first.commit();
            // The first stays connected, as a pool keeps it.
            starting.get();
            try (Statement statement = first.createStatement();
                    ResultSet row = statement.executeQuery("SELECT string_agg(kid, ',') FROM receipt_key")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(kept.kid());
            }
            first.rollback();
        } finally {
            Sql.execute("DROP SCHEMA IF EXISTS replicas CASCADE");
        }
    }

    private static void keep(Connection connection, SigningKey key) {
        try {
            ReceiptKeys.keepFirst(connection, key);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection to a database that knows no key yet. */
    private static Connection fresh() throws SQLException {
        Sql.execute("CREATE SCHEMA IF NOT EXISTS replicas");
        Sql.execute("CREATE TABLE IF NOT EXISTS replicas.receipt_key (LIKE public.receipt_key INCLUDING ALL)");
        Connection connection = Sql.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO replicas");
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
