package eu.mpf.web.export;

import eu.mpf.web.value.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes one sheet; finished rows leave memory every {@value #FLUSH_EVERY} rows. */
final class XlsxWriter {
    private static final int FLUSH_EVERY = 500;
    private static final int MAXIMUM_TEXT = 32_767;

    private XlsxWriter() {}

    static <T> void write(Table<T> table, RowSource<T> rows, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "MPF", "1.0")) {
            var sheet = workbook.newWorksheet("data");
            var columns = table.columns();
            for (int c = 0; c < columns.size(); c++) {
                sheet.inlineString(0, c, columns.get(c).header());
            }
            sheet.freezePane(0, 1);
            var next = new int[] {1};
            rows.forEach(row -> {
                for (int c = 0; c < columns.size(); c++) {
                    cell(sheet, next[0], c, columns.get(c).value().apply(row));
                }
                next[0]++;
                if (next[0] % FLUSH_EVERY == 0) {
                    try {
                        sheet.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer number -> sheet.value(row, column, number);
            case Long number -> sheet.value(row, column, number);
            case BigDecimal number -> sheet.value(row, column, number);
            case Money money -> sheet.value(row, column, money.amount());
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
                // An inline string is text to every spreadsheet, whatever it begins with; and it needs no shared table.
                var text = Cells.text(value);
                sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), MAXIMUM_TEXT)));
            }
        }
    }
}
