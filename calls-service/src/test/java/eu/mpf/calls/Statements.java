package eu.mpf.calls;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the statements that requests send to the database, as the driver logs them; background work is left out. */
final class Statements extends Handler implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final AtomicInteger executed = new AtomicInteger();

    private Statements() {}

    /** Runs the request and says how many statements it took, the transaction's BEGIN and COMMIT included. */
    static int of(Runnable request) {
        try (Statements counting = new Statements()) {
            counting.setLevel(Level.ALL);
            DRIVER.setUseParentHandlers(false);
            DRIVER.setLevel(Level.FINEST);
            DRIVER.addHandler(counting);
            request.run();
            return counting.executed.get();
        }
    }

    @Override
    public void publish(LogRecord record) {
        String message = record.getMessage();
        boolean execution = message.contains("FE=> Execute(") || message.contains("FE=> SimpleQuery(");
        if (execution && Thread.currentThread().isVirtual()) {
            executed.incrementAndGet();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(Level.INFO);
        DRIVER.setUseParentHandlers(true);
    }
}
