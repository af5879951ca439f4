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

    /** The time of this very statement ({@code clock_timestamp()}), in the caller's transaction if there is one. */
    public Instant now() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("the database's clock cannot be read", e);
        }
    }
}
