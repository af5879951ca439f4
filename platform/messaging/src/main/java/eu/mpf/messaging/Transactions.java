package eu.mpf.messaging;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in a transaction of its own. Used by the machinery's threads, which never have one already. */
public final class Transactions {

    /** Work on the transaction's connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final TransactionManager manager;
    private final DataSource dataSource;

    public Transactions(TransactionManager manager, DataSource dataSource) {
        this.manager = manager;
        this.dataSource = dataSource;
    }

    /**
     * Runs the work and commits; rolls back if it throws.
     *
     * @throws IllegalStateException if the database fails or the commit does
     */
    public <T> T run(Work<T> work) {
        begin();
        boolean done = false;
        try {
            T result;
            try (Connection connection = dataSource.getConnection()) {
                result = work.on(connection);
            }
            done = true;
            manager.commit();
            return result;
        } catch (SQLException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException e) {
            throw new IllegalStateException("the transaction failed: " + e.getMessage(), e);
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    private void begin() {
        try {
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("no transaction to be had", e);
        }
    }

    private void rollback() {
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                manager.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("cannot roll back", e);
        }
    }
}
