package eu.mpf.web.time;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads the database's wall clock: the one clock all replicas share, so a deadline is the same for every request. */
@ApplicationScoped
public class DatabaseClock {
    private final AgroalDataSource database;

    DatabaseClock(AgroalDataSource database) {
        this.database = database;
    }

    /** The time of the platform in this very statement ({@code platform_clock()}), in the caller's transaction if there is one. */
    public Instant now() {
        return read("SELECT platform_clock()");
    }

    /** The true time, which no rehearsal moves ({@code clock_timestamp()}): for keys and tokens. */
    public Instant trueTime() {
        return read("SELECT clock_timestamp()");
    }

    private Instant read(String clock) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(clock);
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("the database's clock cannot be read", e);
        }
    }
}
