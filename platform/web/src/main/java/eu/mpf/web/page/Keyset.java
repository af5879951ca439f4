package eu.mpf.web.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of "the rows after this one". Each way to be after it becomes a branch of its own with its own limit,
 * so that an index range answers each: a single condition with OR would be filtered from the index's beginning, and page
 * 10,000 would cost ten thousand times page 1.
 */
record Keyset(List<Key> keys, boolean plannedByValues) {

    /** @param nullable whether the column may hold nulls, which sort last */
    record Column(String expression, SortType type, boolean nullable) {}

    record Key(Column column, boolean descending) {
        String isNull() {
            return column.expression + " IS NULL";
        }
    }

    record Query(String sql, List<?> arguments) {}

    private record Branch(List<String> conditions, List<Object> arguments) {}

    /**
     * @param after the position of the last row seen, or null for the first page
     * @param limit null for all rows, which only the first page may ask for
     */
    Query query(
            String columns,
            String from,
            List<String> conditions,
            List<?> arguments,
            @Nullable List<@Nullable String> after,
            @Nullable Integer limit) {
        var head = "SELECT %s, %s FROM %s".formatted(columns, positionColumns(), from);
        var tail = limit == null ? "" : " LIMIT " + limit;
        if (after == null) {
            return new Query(head + where(conditions) + " ORDER BY " + order() + tail, arguments);
        }
        var branches = oneRange() ? List.of(range(after)) : branches(after);
        var all = new ArrayList<Object>();
        var parts = new ArrayList<String>();
        for (var branch : branches) {
            var where = new ArrayList<>(conditions);
            where.addAll(branch.conditions());
            parts.add("(" + head + where(where) + " ORDER BY " + order() + tail + ")");
            all.addAll(arguments);
            all.addAll(branch.arguments());
        }
        if (parts.size() == 1) {
            return new Query(parts.getFirst(), all);
        }
        return new Query(nearestFirst(parts, Objects.requireNonNull(limit)), all);
    }

    /**
     * Branches are listed nearest first and do not overlap: their number is the outer order's first key. Each gives only
     * what those before it left room for, and is not begun where they left none; its own fixed limit stays within it, as
     * the planner cannot weigh one that it does not know.
     */
    private static String nearestFirst(List<String> branches, int limit) {
        var parts = new ArrayList<String>();
        var room = new StringBuilder().append(limit);
        for (int i = 0; i < branches.size(); i++) {
            parts.add(
                    "_part%1$d AS MATERIALIZED (SELECT %1$d AS _branch, row_number() OVER () AS _row, each.* FROM %2$s each LIMIT %3$s)"
                            .formatted(i, branches.get(i), room));
            room.append(" - (SELECT count(*) FROM _part%d)".formatted(i));
        }
        var all = IntStream.range(0, branches.size())
                .mapToObj("SELECT * FROM _part%d"::formatted)
                .collect(Collectors.joining(" UNION ALL "));
        return "WITH " + String.join(", ", parts) + " " + all + " ORDER BY _branch, _row";
    }

    List<@Nullable String> position(ResultSet row) throws SQLException {
        var position = new ArrayList<@Nullable String>();
        for (int i = 0; i < keys.size(); i++) {
            position.add(row.getString("_key" + i));
        }
        return position;
    }

    static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Read as text, which PostgreSQL prints and reads back without loss for every sort type. */
    private String positionColumns() {
        var columns = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add("CAST(%s AS text) AS _key%d".formatted(keys.get(i).column.expression, i));
        }
        return String.join(", ", columns);
    }

    private String order() {
        return keys.stream()
                .map(key -> key.column.expression
                        + (key.descending ? " DESC" : "")
                        + (key.column.nullable && key.descending ? " NULLS LAST" : ""))
                .collect(Collectors.joining(", "));
    }

    private boolean oneRange() {
        return keys.stream().allMatch(k -> !k.column.nullable && k.descending == keys.getFirst().descending);
    }

    private Branch range(List<@Nullable String> after) {
        var left = keys.stream().map(k -> k.column.expression).collect(Collectors.joining(", "));
        var right = keys.stream().map(this::value).collect(Collectors.joining(", "));
        var sign = keys.getFirst().descending ? "<" : ">";
        return new Branch(List.of("(%s) %s (%s)".formatted(left, sign, right)), new ArrayList<>(after));
    }

    /** From the longest shared prefix (nearest rows) to none. */
    private List<Branch> branches(List<@Nullable String> after) {
        var branches = new ArrayList<Branch>();
        for (int level = keys.size() - 1; level >= 0; level--) {
            var value = after.get(level);
            if (value == null) {
                continue; // nothing sorts after null
            }
            var prefix = prefix(after, level);
            var key = keys.get(level);
            var beyond = new Branch(new ArrayList<>(prefix.conditions()), new ArrayList<>(prefix.arguments()));
            beyond.conditions().add(compared(key, key.descending ? "<" : ">"));
            beyond.arguments().add(value);
            branches.add(beyond);
            if (key.column.nullable) {
                prefix.conditions().add(key.isNull());
                branches.add(prefix);
            }
        }
        return branches;
    }

    private Branch prefix(List<@Nullable String> after, int length) {
        var prefix = new Branch(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < length; i++) {
            var value = after.get(i);
            if (value == null) {
                prefix.conditions().add(keys.get(i).isNull());
            } else {
                prefix.conditions().add(compared(keys.get(i), "="));
                prefix.arguments().add(value);
            }
        }
        return prefix;
    }

    private String compared(Key key, String sign) {
        return "%s %s %s".formatted(key.column.expression, sign, value(key));
    }

    /**
     * As a subquery the planner knows as little of the value as if there were one plan for all, so that it keeps one. Else it
     * takes a plan that is made anew for each page for the better one whenever a page is near the end.
     */
    private String value(Key key) {
        var value = "CAST(? AS %s)".formatted(key.column.type.sqlName());
        return plannedByValues ? value : "(SELECT " + value + ")";
    }
}
