package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks at the seats while people come: no more than there are may be taken at any moment, not only in the end. */
final class SeatSampler implements AutoCloseable {

    private static final String TAKEN = """
            SELECT category, count(*) FROM registration
            WHERE scope_id = ?::uuid AND status IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN') GROUP BY 1""";

    /** Often enough to see seats taken twice, seldom enough to be no load worth the name. */
    private static final long EVERY_NANOS = 200_000_000;

    private final Thread thread;
    private final long started = System.nanoTime();
    private volatile boolean stop;
    private volatile int most;
    private final Map<String, Integer> mostByCategory = new ConcurrentHashMap<>();
    private volatile double soldOutAfter = Double.NaN;
    private volatile int looks;
    private volatile @Nullable SQLException failure;

    SeatSampler(String jdbcUrl, String event, int seats) {
        thread = Thread.ofPlatform().name("seat-sampler").start(() -> {
            try (Connection database = DriverManager.getConnection(jdbcUrl);
                    var statement = database.prepareStatement(TAKEN)) {
                statement.setString(1, event);
                while (!stop) {
                    try (var row = statement.executeQuery()) {
                        int taken = 0;
                        while (row.next()) {
                            taken += row.getInt(2);
                            mostByCategory.merge(row.getString(1), row.getInt(2), Math::max);
                        }
                        most = Math.max(most, taken);
                        looks = looks + 1;
                        if (taken >= seats && Double.isNaN(soldOutAfter)) {
                            soldOutAfter = (System.nanoTime() - started) / 1e9;
                        }
                    }
                    LockSupport.parkNanos(EVERY_NANOS);
                }
            } catch (SQLException e) {
                failure = e;
            }
        });
    }

    int most() {
        return most;
    }

    /** At one moment, by category. */
    Map<String, Integer> mostByCategory() {
        return Map.copyOf(mostByCategory);
    }

    int looks() {
        return looks;
    }

    /** Seconds after the opening; not a number if it never was. */
    double soldOutAfter() {
        return soldOutAfter;
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        stop = true;
        thread.join();
        SQLException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
