package eu.mpf.messaging.write;

import eu.mpf.messaging.write.Column.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of several rows of one table, column by column, to be bound as one array each. */
final class Columns implements Parameters, LastWrites.Row {
    private final List<Column> columns = new ArrayList<>();
    private int next;
    private boolean alike = true;

    static Columns of(List<LastWrites.Row> rows) throws SQLException {
        Columns columns = new Columns();
        for (LastWrites.Row row : rows) {
            columns.next = 0;
            row.bind(columns);
        }
        columns.alike &= columns.columns.stream().allMatch(column -> column.size() == rows.size());
        return columns;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        for (Column column : columns) {
            parameters.array(column.kind().type(), column.toArray());
        }
    }

    List<Kind> kinds() {
        return columns.stream().map(Column::kind).toList();
    }

    /** Whether all rows have parameters of the same kinds, so that they can be sent as arrays. */
    boolean areAlike() {
        return alike;
    }

    @Override
    public Parameters text(@Nullable String value) {
        return add(Kind.of("text"), value);
    }

    @Override
    public Parameters number(int value) {
        return add(Kind.of("int"), value);
    }

    @Override
    public Parameters number(long value) {
        return add(Kind.of("bigint"), value);
    }

    @Override
    public Parameters id(UUID value) {
        return add(Kind.of("uuid"), value);
    }

    @Override
    public Parameters instant(Instant value) {
        return add(Kind.of("timestamptz"), value);
    }

    @Override
    public Parameters bytes(byte @Nullable [] value) {
        return add(Kind.of("bytea"), value);
    }

    @Override
    public Parameters array(String type, @Nullable Object[] elements) {
        return add(
                Kind.ofArrays(type),
                Arrays.stream(elements).map(Columns::quoted).collect(Collectors.joining(",", "{", "}")));
    }

    private static String quoted(@Nullable Object element) {
        return element == null
                ? "NULL"
                : '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Parameters add(Kind kind, @Nullable Object value) {
        if (next == columns.size()) {
            columns.add(new Column(kind));
        }
        Column column = columns.get(next++);
        alike &= column.kind().equals(kind);
        column.add(value);
        return this;
    }
}
