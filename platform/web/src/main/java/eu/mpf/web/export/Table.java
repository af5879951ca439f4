package eu.mpf.web.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of an export, defined once for CSV, XLSX and JSON Lines. */
public final class Table<T> {

    /** A column: its header (also the JSON name) and the value of a row, null for an empty cell. */
    record Column<T>(String header, Function<T, @Nullable Object> value) {}

    private final List<Column<T>> columns;

    private Table(List<Column<T>> columns) {
        this.columns = columns;
    }

    public static <T> Table<T> of(Class<T> row) {
        return new Table<>(List.of());
    }

    public Table<T> column(String header, Function<T, @Nullable Object> value) {
        return new Table<>(Stream.concat(columns.stream(), Stream.of(new Column<>(header, value)))
                .toList());
    }

    List<Column<T>> columns() {
        return columns;
    }
}
