package eu.mpf.web.export;

import java.io.BufferedWriter;
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

    private CsvWriter() {}

    static <T> void write(Table<T> table, RowSource<T> rows, OutputStream out) throws IOException {
        try (var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER)) {
            var first = new boolean[] {true};
            rows.forEach(row -> {
                try {
                    if (first[0]) {
                        head(table, writer);
                        first[0] = false;
                    }
                    var separator = "";
                    for (var column : table.columns()) {
                        writer.write(separator);
                        quoted(cell(column.value().apply(row)), writer);
                        separator = ",";
                    }
                    writer.write("\r\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (first[0]) {
                head(table, writer);
            }
        }
    }

    /** Written with the first row, so that a query that fails at once is still answered with a problem. */
    private static <T> void head(Table<T> table, Writer writer) throws IOException {
        var separator = "\uFEFF";
        for (var column : table.columns()) {
            writer.write(separator);
            quoted(harmless(column.header()), writer);
            separator = ",";
        }
        writer.write("\r\n");
    }

    private static void quoted(String text, Writer writer) throws IOException {
        writer.write('"');
        writer.write(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""));
        writer.write('"');
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
