package eu.mpf.web.page;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.RowMapper;
import eu.mpf.web.sql.SqlArguments;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A list over a SQL projection: one statement per page whatever the page's depth (keyset), one more if counted.
 * Nulls sort last in both directions. All texts given here are the programmer's own; values go in as arguments.
 */
public final class SqlList<T> {
    private static final int FETCH_SIZE = 500;

    private final DataSource database;
    private final PageTokens tokens;
    private final String columns;
    private final Map<String, Sortable> sortable = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private String from = "";
    private String read = "";
    private Keyset.Column id = new Keyset.Column("id", SortType.UUID, false);
    private String defaultSort = "";
    private boolean plannedByValues;

    /** A field's column when it is sorted upwards, and when downwards. */
    private record Sortable(Keyset.Column up, Keyset.Column down) {}

    SqlList(DataSource database, PageTokens tokens, String columns) {
        this.database = database;
        this.tokens = tokens;
        this.columns = columns;
    }

    /** What stands between FROM and WHERE, with the values of its placeholders; named before any condition. */
    public SqlList<T> from(String tables, @Nullable Object... values) {
        this.from = tables;
        this.read = tables;
        arguments.addAll(java.util.Arrays.asList(values));
        return this;
    }

    /**
     * The same rows, with the same placeholders, in words that the planner understands better this time. A page token goes
     * on being good when the next page is read another way.
     */
    public SqlList<T> readAs(String tables) {
        this.read = tables;
        return this;
    }

    /**
     * Has every statement planned for its values. For conditions of which some values match one row and others most
     * rows: a plan kept for all values would be wrong for one of them.
     */
    public SqlList<T> plannedByValues() {
        this.plannedByValues = true;
        return this;
    }

    /** One more condition, joined with AND. Collections and arrays are bound as SQL arrays, enums by name. */
    public SqlList<T> where(String condition, @Nullable Object... values) {
        conditions.add("(" + condition + ")");
        if (values.getClass() == Object[].class) {
            arguments.addAll(java.util.Arrays.asList(values));
        } else {
            // A String[] given for one placeholder: the compiler takes it for the whole argument list.
            arguments.add(values);
        }
        return this;
    }

    public SqlList<T> whereIf(boolean wanted, String condition, @Nullable Object... values) {
        return wanted ? where(condition, values) : this;
    }

    /** A field clients may sort by; its column may hold nulls. */
    public SqlList<T> sortable(String field, String expression, SortType type) {
        return sortable(field, new Keyset.Column(expression, type, true), new Keyset.Column(expression, type, true));
    }

    /** As {@link #sortable}, for a column declared NOT NULL: an index on (column, id) then serves any depth in one range. */
    public SqlList<T> sortableNotNull(String field, String expression, SortType type) {
        return sortable(field, new Keyset.Column(expression, type, false), new Keyset.Column(expression, type, false));
    }

    /**
     * As {@link #sortable} for a column that may hold nulls, at the price of one range: {@code least} and
     * {@code greatest} stand for null, so that an index on {@code (COALESCE(column, greatest), id)} serves the list
     * upwards, and one with {@code least} downwards.
     */
    public SqlList<T> sortableNullsLast(String field, String expression, SortType type, String least, String greatest) {
        return sortable(
                field,
                new Keyset.Column("COALESCE(" + expression + ", " + greatest + ")", type, false),
                new Keyset.Column("COALESCE(" + expression + ", " + least + ")", type, false));
    }

    private SqlList<T> sortable(String field, Keyset.Column up, Keyset.Column down) {
        sortable.put(field, new Sortable(up, down));
        return this;
    }

    /** The unique, never-null tie-breaker, a uuid unless told otherwise. */
    public SqlList<T> idColumn(String expression) {
        return idColumn(expression, SortType.UUID);
    }

    public SqlList<T> idColumn(String expression, SortType type) {
        this.id = new Keyset.Column(expression, type, false);
        return this;
    }

    /** As a client would write it: {@code "startDate desc,title"}. Without it lists are sorted by id. */
    public SqlList<T> defaultSort(String orderBy) {
        this.defaultSort = orderBy;
        return this;
    }

    public Page<T> page(PageParams params, RowMapper<T> mapper) {
        var size = params.size();
        var sort = sortKeys(params);
        var sortText = SortKey.text(sort);
        var keyset = keyset(sort);
        var after = params.pageToken == null
                ? null
                : tokens.read(params.pageToken, sortText, filter()).keys();
        var query = keyset.query(columns, read, conditions, arguments, after, size + 1);
        try (var connection = database.getConnection()) {
            var items = new ArrayList<T>();
            List<@Nullable String> last = List.of();
            var more = false;
            try (var statement = SqlArguments.prepare(connection, query.sql(), query.arguments(), plannedByValues);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (items.size() == size) {
                        more = true;
                        break;
                    }
                    items.add(mapper.map(rows));
                    if (items.size() == size) {
                        last = keyset.position(rows);
                    }
                }
            }
            var next = more ? tokens.write(new PageTokens.Position(sortText, filter(), last)) : null;
            return new Page<>(items, next, params.counted() ? count(connection) : null);
        } catch (SQLException e) {
            throw new IllegalStateException("the list cannot be read", e);
        }
    }

    private String filter() {
        return Hash.of(from, String.join(" AND ", conditions), arguments);
    }

    /** How many rows match; in a statement of its own. */
    public Count count() {
        try (var connection = database.getConnection()) {
            return count(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the list cannot be counted", e);
        }
    }

    /** How many rows match, counting no further than {@link Count#LIMIT}. */
    private Count count(Connection connection) throws SQLException {
        var sql = "SELECT count(*) FROM (SELECT 1 FROM %s%s LIMIT %d) counted"
                .formatted(read, Keyset.where(conditions), Count.LIMIT);
        try (var statement = SqlArguments.prepare(connection, sql, arguments, plannedByValues);
                var row = statement.executeQuery()) {
            row.next();
            return Count.of(row.getLong(1));
        }
    }

    /**
     * Every row in the default order, through a server-side cursor: memory does not grow with rows. For exports. The mapper
     * may be called by another thread, so it takes what it needs to know of the request from outside.
     */
    public void stream(RowMapper<T> mapper, Consumer<T> consumer) {
        stream(new PageParams(), mapper, consumer);
    }

    /** As {@link #stream(RowMapper, Consumer)}, in the order the client asked for; its page size does not matter. */
    public void stream(PageParams params, RowMapper<T> mapper, Consumer<T> consumer) {
        var query = keyset(sortKeys(params)).query(columns, read, conditions, arguments, null, null);
        try (var connection = database.getConnection()) {
            // Without autocommit only does the driver keep a cursor; inside a transaction that is so already.
            var own = connection.getAutoCommit();
            if (own) {
                connection.setAutoCommit(false);
            }
            try (var statement = SqlArguments.prepare(connection, query.sql(), query.arguments(), plannedByValues)) {
                statement.setFetchSize(FETCH_SIZE);
                try (ResultSet rows = statement.executeQuery()) {
                    if (own) {
                        ReadAhead.forEach(() -> batch(rows, mapper), FETCH_SIZE, consumer);
                    } else {
                        // What the consumer asks the database goes by this very connection.
                        while (rows.next()) {
                            consumer.accept(mapper.map(rows));
                        }
                    }
                }
            } finally {
                if (own) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the list cannot be streamed", e);
        }
    }

    private static <T> List<T> batch(ResultSet rows, RowMapper<T> mapper) throws SQLException {
        var batch = new ArrayList<T>(FETCH_SIZE);
        while (batch.size() < FETCH_SIZE && rows.next()) {
            batch.add(mapper.map(rows));
        }
        return batch;
    }

    /** Refuses an order nobody offers; an export calls it before its first byte is sent. */
    public SqlList<T> checkOrder(PageParams params) {
        sortKeys(params);
        return this;
    }

    private List<SortKey> sortKeys(PageParams params) {
        if (defaultSort.isEmpty() && params.orderBy == null) {
            return List.of();
        }
        var keys = params.sort(defaultSort);
        for (var key : keys) {
            if (!sortable.containsKey(key.field())) {
                throw ProblemException.invalid(
                        "?orderBy",
                        "unknown",
                        "%s is not offered; offered: %s".formatted(key.field(), sortable.keySet()));
            }
        }
        return keys;
    }

    private Keyset keyset(List<SortKey> sort) {
        var keys = new ArrayList<Keyset.Key>();
        for (var key : sort) {
            var column = sortable.get(key.field());
            if (column != null) {
                keys.add(new Keyset.Key(key.descending() ? column.down() : column.up(), key.descending()));
            }
        }
        // The tie-breaker follows the last direction, so that one index serves both when all go the same way.
        keys.add(new Keyset.Key(id, !sort.isEmpty() && sort.getLast().descending()));
        return new Keyset(keys, plannedByValues);
    }
}
