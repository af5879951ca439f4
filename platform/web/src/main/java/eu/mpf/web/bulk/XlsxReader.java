package eu.mpf.web.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.problem.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook (Office Open XML); its first row names the columns. A row with a formula is refused: what
 * a sheet shows may have been computed long ago from something else, and who sends values says so by pasting them. Cells
 * have types here: numbers are numbers whatever the file's {@link DecimalStyle}, percentages are per cent (a cell that
 * shows 95 % holds 0.95), dates are dates.
 */
final class XlsxReader implements RowReader {
    /** What spreadsheets keep of a number; the rest comes from its binary form. */
    private static final MathContext DIGITS = new MathContext(15);

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final List<String> header;
    private int headerRow;

    XlsxReader(Path file) {
        var hasStyles = WorkbookCheck.check(file);
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, true));
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
            header = header();
        } catch (IOException | RuntimeException e) {
            throw damaged(e, "the file is no workbook, or a damaged one");
        }
    }

    /** The library has no one error for a workbook it cannot make sense of. */
    private static RuntimeException damaged(Exception failure, String message) {
        return failure instanceof ProblemException problem
                ? problem
                : ProblemException.invalid("", "workbook-invalid", message);
    }

    private List<String> header() {
        while (rows.hasNext()) {
            var row = rows.next();
            var names = new ArrayList<String>();
            for (int i = 0; i < row.getCellCount(); i++) {
                names.add(
                        row.getOptionalCell(i).map(XlsxReader::name).orElse("").strip());
            }
            while (!names.isEmpty() && names.getLast().isEmpty()) {
                names.removeLast();
            }
            if (!names.isEmpty()) {
                if (names.contains("") || new HashSet<>(names).size() < names.size()) {
                    throw ProblemException.invalid("", "header-invalid", "every column needs a name of its own");
                }
                headerRow = row.getRowNum();
                return names;
            }
        }
        throw ProblemException.invalid("", "empty", "the first sheet holds no header");
    }

    private static String name(Cell cell) {
        return cell.getText() == null ? "" : cell.getText();
    }

    @Override
    public @Nullable Line next() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var line = line(row, row.getRowNum() - headerRow);
                if (line != null) {
                    return line;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw damaged(e, "a row of the workbook cannot be read");
        }
    }

    /** Null for a row without a value. */
    private @Nullable Line line(org.dhatim.fastexcel.reader.Row row, int number) {
        var values = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.getOptionalCell(i).orElse(null);
            if (cell == null || cell.getType() == CellType.EMPTY) {
                continue;
            }
            if (i >= header.size()) {
                return new Line(number, null, "has a value in %s, where the header has no name".formatted(place(cell)));
            }
            var fault = put(values, header.get(i), cell);
            if (fault != null) {
                return new Line(number, null, "%s in %s".formatted(fault, place(cell)));
            }
        }
        return values.isEmpty() ? null : new Line(number, values, null);
    }

    private static String place(Cell cell) {
        return String.valueOf(cell.getAddress());
    }

    /** What is wrong with the cell; null if nothing is. */
    private static @Nullable String put(ObjectNode values, String column, Cell cell) {
        switch (cell.getType()) {
            case FORMULA -> {
                return "has a formula: give its value";
            }
            case ERROR -> {
                return "has an error";
            }
            case STRING -> values.put(column, cell.asString());
            case BOOLEAN -> values.put(column, cell.asBoolean());
            case NUMBER -> {
                return number(values, column, cell);
            }
            case EMPTY -> {
                // absent
            }
        }
        return null;
    }

    private static @Nullable String number(ObjectNode values, String column, Cell cell) {
        var format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        if (CellFormat.isDate(cell.getDataFormatId(), format)) {
            try {
                var at = cell.asDate();
                values.put(
                        column,
                        at.toLocalTime().toSecondOfDay() == 0 ? at.toLocalDate().toString() : at.toString());
                return null;
            } catch (RuntimeException e) {
                return "has a date beyond the calendar";
            }
        }
        var exact = cell.asNumber().round(DIGITS);
        values.put(column, plain(format.contains("%") ? exact.movePointRight(2) : exact));
        return null;
    }

    /** Without an exponent: what is a code to its reader is written in digits. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.precision() - stripped.scale() < 40 ? stripped.setScale(0) : stripped;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
