package eu.mpf.messaging.write;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Rows that nobody reads before the commit: events, audit entries, mails, kept answers. They wait until the transaction is
 * about to end and then go to the database as one statement, so that a change costs one round trip for all of them, and
 * the locks it holds are held no longer. Rows of the same table are written in the order in which they were added.
 */
public final class LastWrites {

    /** The values of one row. They are bound later, so what they are made of must not change any more. */
    @FunctionalInterface
    public interface Row {
        void bind(Parameters parameters) throws SQLException;
    }

    private record Write(String sql, Row row) {}

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    public LastWrites(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /**
     * Has a row written in the caller's transaction.
     *
     * @param insert an INSERT without WITH and RETURNING; one table has one such text
     * @throws IllegalStateException outside an active transaction
     */
    public void add(String insert, Row row) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("rows are written within an active transaction only");
        }
        Pending pending = pending();
        pending.writes.add(new Write(insert, row));
        if (pending.ending) {
            flush(pending);
        }
    }

    /**
     * Writes now what waits: for whoever has to see it, or wants to know now that it cannot be written.
     *
     * @throws IllegalStateException if the database refuses
     */
    public void flush() {
        if (transactions.getTransactionKey() != null && transactions.getResource(this) instanceof Pending pending) {
            flush(pending);
        }
    }

    private Pending pending() {
        if (transactions.getResource(this) instanceof Pending pending) {
            return pending;
        }
        Pending pending = new Pending();
        transactions.putResource(this, pending);
        transactions.registerInterposedSynchronization(pending);
        return pending;
    }

    private void flush(Pending pending) {
        if (pending.writes.isEmpty()) {
            return;
        }
        List<List<Write>> waves = waves(pending.writes);
        pending.writes.clear();
        try (Connection connection = dataSource.getConnection()) {
            for (int next = 0; next < waves.size(); ) {
                next = executeAlike(connection, waves, next);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rows at the end of the transaction cannot be written", e);
        }
    }

    /** One statement may hold one row a table, as the order of its parts is not defined: the n-th goes into the n-th wave. */
    private static List<List<Write>> waves(List<Write> writes) {
        List<List<Write>> waves = new ArrayList<>();
        Map<String, Integer> earlier = new HashMap<>();
        for (Write write : writes) {
            int wave = earlier.merge(write.sql(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(write);
        }
        return waves;
    }

    /** Waves of one form are one batch. */
    private static int executeAlike(Connection connection, List<List<Write>> waves, int from) throws SQLException {
        String sql = statement(waves.get(from));
        int next = from;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            while (next < waves.size() && statement(waves.get(next)).equals(sql)) {
                Parameters parameters = new Parameters(statement);
                for (Write write : waves.get(next)) {
                    write.row().bind(parameters);
                }
                statement.addBatch();
                next++;
            }
            statement.executeBatch();
        }
        return next;
    }

    private static String statement(List<Write> wave) {
        int last = wave.size() - 1;
        if (last == 0) {
            return wave.getFirst().sql();
        }
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < last; i++) {
            named.append(i == 0 ? "WITH w" : ", w").append(i).append(" AS (");
            named.append(wave.get(i).sql()).append(')');
        }
        return named.append('\n').append(wave.get(last).sql()).toString();
    }

    private final class Pending implements Synchronization {
        private final List<Write> writes = new ArrayList<>();
        private boolean ending;

        @Override
        public void beforeCompletion() {
            // What is added from now on is not waited for by anybody.
            ending = true;
            flush(this);
        }

        @Override
        public void afterCompletion(int status) {
            writes.clear();
        }
    }
}
