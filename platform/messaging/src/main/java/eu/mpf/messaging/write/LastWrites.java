package eu.mpf.messaging.write;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Rows that nobody reads before the commit: events, audit entries, mails, kept answers. They wait until the transaction is
 * about to end and then go to the database as one statement, so that a change costs one round trip for all of them, and
 * the locks it holds are held no longer. Rows of the same table are written in the order in which they were added; those
 * of an INSERT with VALUES travel as arrays, all of them in that one statement.
 */
public final class LastWrites {

    /** The values of one row. They are bound later, so what they are made of must not change any more. */
    @FunctionalInterface
    public interface Row {
        void bind(Parameters parameters) throws SQLException;
    }

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    public LastWrites(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /**
     * Has a row written in the caller's transaction.
     *
     * @param insert an INSERT, or an UPDATE, without WITH and RETURNING; one table has one such text
     * @throws IllegalStateException outside an active transaction
     */
    public void add(String insert, Row row) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("rows are written within an active transaction only");
        }
        Pending pending = pending();
        pending.writes.add(new Waves.Write(insert, row));
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
        List<Waves.Write> writes = List.copyOf(pending.writes);
        pending.writes.clear();
        try (Connection connection = dataSource.getConnection()) {
            for (Waves.Batch batch : Waves.batches(ManyRows.together(writes))) {
                execute(connection, batch);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rows at the end of the transaction cannot be written", e);
        }
    }

    private static void execute(Connection connection, Waves.Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(batch.sql())) {
            for (List<Waves.Write> wave : batch.waves()) {
                Parameters parameters = new StatementParameters(statement);
                for (Waves.Write write : wave) {
                    write.row().bind(parameters);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private final class Pending implements Synchronization {
        private final List<Waves.Write> writes = new ArrayList<>();
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
