package eu.mpf.messaging.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the rows of one table together in one INSERT, so that beginning and ending a statement, and the checks at its end,
 * are paid for once. What cannot go together stays as it is.
 */
final class ManyRows {
    /** Rows of one execution: all of most transactions, and never so many that their size matters. */
    static final int MOST = 200;

    private ManyRows() {}

    /** The same rows, those of one table in their order. */
    static List<Waves.Write> together(List<Waves.Write> writes) throws SQLException {
        Map<String, List<LastWrites.Row>> byText = new LinkedHashMap<>();
        writes.forEach(write ->
                byText.computeIfAbsent(write.sql(), text -> new ArrayList<>()).add(write.row()));
        List<Waves.Write> together = new ArrayList<>();
        for (var rows : byText.entrySet()) {
            together.addAll(together(rows.getKey(), rows.getValue()));
        }
        return together;
    }

    private static List<Waves.Write> together(String text, List<LastWrites.Row> rows) throws SQLException {
        ArrayInsert insert = rows.size() == 1 ? null : ArrayInsert.of(text).orElse(null);
        List<Columns> groups = insert == null ? List.of() : groups(rows);
        if (insert == null || !insert.takes(groups)) {
            return rows.stream().map(row -> new Waves.Write(text, row)).toList();
        }
        String sql = insert.sql(groups.getFirst());
        return groups.stream().map(group -> new Waves.Write(sql, group)).toList();
    }

    private static List<Columns> groups(List<LastWrites.Row> rows) throws SQLException {
        List<Columns> groups = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += MOST) {
            groups.add(Columns.of(rows.subList(from, Math.min(from + MOST, rows.size()))));
        }
        return groups;
    }
}
