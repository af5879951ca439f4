package eu.mpf.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Writes CSV that spreadsheets open as text in the right encoding. */
final class CsvWriter {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private CsvWriter() {}

    static <T> void write(Table<T> table, RowSource<T> rows, OutputStream out) throws IOException {
        try (var printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 16_384), FORMAT)) {
            var first = new boolean[] {true};
            rows.forEach(row -> {
                try {
                    if (first[0]) {
                        head(table, printer);
                        first[0] = false;
                    }
                    for (var column : table.columns()) {
                        printer.print(cell(column.value().apply(row)));
                    }
                    printer.println();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (first[0]) {
                head(table, printer);
            }
        }
    }

    /** Written with the first row, so that a query that fails at once is still answered with a problem. */
    private static <T> void head(Table<T> table, CSVPrinter printer) throws IOException {
        printer.getOut().append('\uFEFF');
        for (var column : table.columns()) {
            printer.print(harmless(column.header()));
        }
        printer.println();
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
