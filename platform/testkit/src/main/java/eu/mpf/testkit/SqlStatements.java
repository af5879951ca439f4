package eu.mpf.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what the driver sends to the database on threads that serve requests; background work does not count.
 * BEGIN and COMMIT are statements too: a request in a transaction has two more than the ones it is about.
 */
public final class SqlStatements {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private SqlStatements() {}

    public static int during(Runnable request) {
        AtomicInteger executed = new AtomicInteger();
        Handler counter = new Handler() {
            @Override
            public void publish(LogRecord record) {
                String message = String.valueOf(record.getMessage());
                if (message.contains("FE=> Execute") && servesRequests()) {
                    executed.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = DRIVER.getLevel();
        DRIVER.setLevel(Level.FINEST);
        DRIVER.addHandler(counter);
        boolean parents = DRIVER.getUseParentHandlers();
        DRIVER.setUseParentHandlers(false);
        try {
            request.run();
        } finally {
            DRIVER.setUseParentHandlers(parents);
            DRIVER.removeHandler(counter);
            DRIVER.setLevel(before);
        }
        return executed.get();
    }

    private static boolean servesRequests() {
        // Jobs, relays and consumers have threads of other names.
        return Thread.currentThread().getName().startsWith("quarkus-virtual-thread");
    }
}
