package eu.mpf.gateway.feed;

import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.audience.Sight;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.problem.Refusals;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.web.problem.ProblemException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table of changes.
 *
 * <h2>Why no change ever appears behind a cursor already handed out</h2>
 *
 * <p>A sequence alone would not do: of two concurrent transactions the one with the higher number may commit first; a
 * reader then gets a cursor behind it, and never sees the other. So a transaction takes the feed's advisory lock before
 * it takes its position, and PostgreSQL frees such a lock only after the commit has become visible to others. Hence at
 * any moment at most one position is taken and not yet visible, and it is higher than all visible ones: positions become
 * visible in their own order, whatever the number of gateways that append. (The lock must be a statement of its own: the
 * default of the identity column is evaluated in the statement after it.)
 *
 * <p>A cursor stands behind a position. Of the page's own changes that is safe by the above; a page that is not full
 * hands out the last position that was visible before the page was read, so that what it passed over was looked at.
 *
 * <p>Appends are serialised by this, one commit after the other; so is the feed itself. Order of one aggregate is the
 * topic's, as one partition is read by one worker at a time, which commits before it goes on.
 *
 * <p>What a reader may not be told of is left out by the query itself, so it takes no place in a page. The position a
 * caught-up page ends at is a head that may count such changes; {@link Cursors} sees to it that nobody can tell.
 *
 * <p>Retention removes the lowest positions and notes how far it went; a cursor before that is refused, never answered
 * with a gap.
 */
final class ChangeLog {

    /** Reads "mpffeed" in ASCII. */
    private static final long LOCK_KEY = 0x6D706666656564L;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(" + LOCK_KEY + ")";

    // The inbox has seen to duplicates already, except when a database restored from a backup reads the topics anew.
    private static final String APPEND = """
            INSERT INTO change (id, source, type, subject, sequence, time, data, organisation)
            VALUES (?, ?, ?, ?, ?, ?, ?::json, ?) ON CONFLICT (id) DO NOTHING""";

    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM change";

    private static final String REMOVED = "SELECT removed_to FROM feed";

    private static final String END = "SELECT greatest((" + HEAD + "), (" + REMOVED + "))";

    private static final String SEEN = """
            SELECT position, id, source, type, subject, sequence, time, data FROM change
            WHERE position > ? AND (type = ANY (?) OR type = ANY (?) AND organisation = ? OR ? AND type <> ALL (?))""";

    private static final String PAGE = SEEN + " ORDER BY position LIMIT ?";

    private static final String PAGE_OF_TYPES =
            SEEN + " AND (type = ANY (?) OR type ^@ ANY (?)) ORDER BY position LIMIT ?";

    private static final String FORGET = """
            WITH oldest AS (SELECT position, appended_at FROM change ORDER BY position LIMIT ?),
                 gone AS (DELETE FROM change WHERE position IN (
                   SELECT position FROM oldest WHERE appended_at < now() - make_interval(secs => ?)) RETURNING position),
                 noted AS (UPDATE feed SET removed_to = greatest(removed_to, (SELECT max(position) FROM gone))
                   WHERE EXISTS (SELECT FROM gone))
            SELECT count(*) FROM gone""";

    private static final int FORGET_AT_ONCE = 10_000;

    /** What was found behind a position; {@code end} is where to go on. */
    record Found(List<Change> changes, long end, boolean caughtUp) {}

    private final DataSource dataSource;
    private final Audiences audiences;

    ChangeLog(DataSource dataSource, Audiences audiences) {
        this.dataSource = dataSource;
        this.audiences = audiences;
    }

    /** The feed's identity, which the migration has made. */
    FeedIdentity identity() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, cursor_key FROM feed")) {
            if (!row.next()) {
                throw new SQLException("the feed has no identity");
            }
            return new FeedIdentity(row.getObject(1, UUID.class), new Cursors(row.getBytes(2)));
        }
    }

    /** Appends an event, in the transaction of the caller; others wait until it has ended. */
    void append(IncomingEvent event) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement lock = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(APPEND)) {
            lock.execute(LOCK);
            statement.setObject(1, event.id());
            statement.setString(2, event.source());
            statement.setString(3, event.type());
            statement.setString(4, event.subject());
            statement.setLong(5, event.sequence());
            statement.setObject(6, event.time().atOffset(ZoneOffset.UTC));
            statement.setString(7, event.data().toString());
            statement.setString(8, audiences.organisation(event.type(), event.data()));
            statement.executeUpdate();
        }
    }

    /** The last visible position. */
    long head() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return number(connection, HEAD);
        }
    }

    /** Where what happens from now on begins, also if retention has removed everything. */
    long end() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return number(connection, END);
        }
    }

    /**
     * The changes behind a position that a reader may be told of, or from the beginning of what is kept.
     *
     * @throws ProblemException if changes behind the position have been removed, or it is one the feed never reached
     */
    Found read(@Nullable Long after, TypeFilter filter, int limit, Cursors cursors) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            // The order of these three matters: see above.
            long head = number(connection, HEAD);
            Rows rows = rows(connection, after == null ? 0 : after, filter, limit, cursors);
            long removed = number(connection, REMOVED);
            if (after != null && (after < removed || after > Math.max(head, removed))) {
                throw Refusals.of(
                        GatewayProblem.CURSOR_EXPIRED,
                        "Changes behind this cursor have been removed. Load the state anew, and read the feed from its"
                                + " beginning.",
                        "after");
            }
            if (rows.more) {
                return new Found(rows.changes, rows.last, false);
            }
            long start = after == null ? removed : after;
            return new Found(rows.changes, Math.max(start, Math.max(head, rows.last)), true);
        }
    }

    private record Rows(List<Change> changes, long last, boolean more) {}

    private static Rows rows(Connection connection, long after, TypeFilter filter, int limit, Cursors cursors)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        long last = 0;
        try (PreparedStatement statement = connection.prepareStatement(filter.everything() ? PAGE : PAGE_OF_TYPES)) {
            int parameter = 1;
            Sight sight = filter.sight();
            statement.setLong(parameter++, after);
            statement.setArray(parameter++, texts(connection, sight.open()));
            statement.setArray(parameter++, texts(connection, sight.own()));
            statement.setString(parameter++, sight.organisation());
            statement.setBoolean(parameter++, sight.unknown());
            statement.setArray(parameter++, texts(connection, sight.known()));
            if (!filter.everything()) {
                statement.setArray(parameter++, texts(connection, filter.exact()));
                statement.setArray(parameter++, texts(connection, filter.prefixes()));
            }
            statement.setInt(parameter, limit + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (changes.size() == limit) {
                        return new Rows(changes, last, true);
                    }
                    last = row.getLong(1);
                    changes.add(change(row, cursors.at(last)));
                }
            }
        }
        return new Rows(changes, last, false);
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Change change(ResultSet row, String cursor) throws SQLException {
        return new Change(
                cursor,
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MILLIS),
                row.getString(8));
    }

    /** Removes changes that were appended longer ago than given. Returns their number. */
    long forget(Duration olderThan) throws SQLException {
        long total = 0;
        long removed;
        do {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.setInt(1, FORGET_AT_ONCE);
                statement.setDouble(2, olderThan.toSeconds());
                try (ResultSet row = statement.executeQuery()) {
                    removed = row.next() ? row.getLong(1) : 0;
                }
            }
            total += removed;
        } while (removed == FORGET_AT_ONCE);
        return total;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
