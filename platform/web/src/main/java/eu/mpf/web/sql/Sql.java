package eu.mpf.web.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQL where objects would only be in the way: small projections, and statements that must be one. Lists that are paged
 * use {@link eu.mpf.web.page.Listing}. Arguments may be instants, enums, and collections (bound as arrays).
 */
@ApplicationScoped
public class Sql {
    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** @throws SqlFailure if the database refuses */
    public <T> List<T> list(String sql, RowMapper<T> row, @Nullable Object... arguments) {
        try (var connection = database.getConnection();
                var statement = SqlArguments.prepare(connection, sql, Arrays.asList(arguments));
                var rows = statement.executeQuery()) {
            var result = new ArrayList<T>();
            while (rows.next()) {
                result.add(row.map(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The first row, if there is any. */
    public <T> Optional<T> first(String sql, RowMapper<T> row, @Nullable Object... arguments) {
        return list(sql, row, arguments).stream().findFirst();
    }

    /**
     * Two queries, parted by a semicolon, in one round trip. The second sees what was committed while the first waited for its
     * locks.
     *
     * @param rowOfFirst takes in a row; what it returns is not kept
     * @throws SqlFailure if the database refuses
     */
    public void both(String sql, RowMapper<?> rowOfFirst, RowMapper<?> rowOfSecond, @Nullable Object... arguments) {
        try (var connection = database.getConnection();
                var statement = SqlArguments.prepare(connection, sql, Arrays.asList(arguments))) {
            statement.execute();
            take(statement.getResultSet(), rowOfFirst);
            statement.getMoreResults();
            take(statement.getResultSet(), rowOfSecond);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void take(ResultSet rows, RowMapper<?> row) throws SQLException {
        try (rows) {
            while (rows.next()) {
                row.map(rows);
            }
        }
    }

    /**
     * @return how many rows were changed
     * @throws SqlFailure if the database refuses
     */
    public int update(String sql, @Nullable Object... arguments) {
        try (var connection = database.getConnection();
                var statement = SqlArguments.prepare(connection, sql, Arrays.asList(arguments))) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Waits for a lock that is held until the caller's transaction ends; one name, one lock. */
    public void lock(String name) {
        list("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, name);
    }

    /** A {@code timestamptz} that may be null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
