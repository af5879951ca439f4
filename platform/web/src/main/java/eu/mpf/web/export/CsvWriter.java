package eu.mpf.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180) that spreadsheets open as text in the right encoding. Every cell is quoted. */
final class CsvWriter {
    private static final int BUFFER = 16_384;

    private final StringBuilder text = new StringBuilder(BUFFER);
    private final Writer out;

    private CsvWriter(Writer out) {
        this.out = out;
    }

    static <T> void write(Table<T> table, RowSource<T> rows, OutputStream out) throws IOException {
        try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            var csv = new CsvWriter(writer);
            var first = new boolean[] {true};
            rows.forEach(row -> {
                if (first[0]) {
                    csv.head(table);
                    first[0] = false;
                }
                csv.line(table, row);
            });
            if (first[0]) {
                csv.head(table);
            }
            csv.drain();
        }
    }

    /** Written with the first row, so that a query that fails at once is still answered with a problem. */
    private <T> void head(Table<T> table) {
        var separator = "\uFEFF";
        for (var column : table.columns()) {
            text.append(separator);
            quoted(harmless(column.header()));
            separator = ",";
        }
        text.append("\r\n");
    }

    private <T> void line(Table<T> table, T row) {
        var separator = "";
        for (var column : table.columns()) {
            text.append(separator);
            quoted(cell(column.value().apply(row)));
            separator = ",";
        }
        text.append("\r\n");
        if (text.length() >= BUFFER) {
            drain();
        }
    }

    private void quoted(String cell) {
        text.append('"')
                .append(cell.indexOf('"') < 0 ? cell : cell.replace("\"", "\"\""))
                .append('"');
    }

    /** Many lines at once: a writer takes a lock for whatever it is given. */
    private void drain() {
        try {
            out.append(text);
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number of ours is no formula, and {@code -5} should stay a number. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case Integer _, Long _, BigDecimal _, eu.mpf.web.value.Money _ -> Cells.text(value);
            case null, default -> harmless(Cells.text(value));
        };
    }

    /** A cell that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV injection). */
    static String harmless(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> "'" + text;
            default -> text;
        };
    }
}
