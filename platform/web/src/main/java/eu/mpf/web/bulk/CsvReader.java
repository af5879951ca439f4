package eu.mpf.web.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) with a header; the separator is what the header uses: {@code ;}, {@code ,} or a tab. */
final class CsvReader implements RowReader {
    private static final int LONGEST_HEADER = 64 * 1024;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private boolean broken;

    CsvReader(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var buffer = new char[LONGEST_HEADER - 1];
        int length = Math.max(0, text.read(buffer));
        text.reset();
        parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(new String(buffer, 0, length)))
                .setIgnoreEmptyLines(true)
                .get()
                .parse(text);
        records = parser.iterator();
        header = header();
    }

    /** The first of the three that stands in the header outside quotes; a comma if none does. */
    static char separator(String start) {
        var quoted = false;
        for (char c : start.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == ',' || c == '\t')) {
                return c;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
        }
        return ',';
    }

    private List<String> header() {
        try {
            if (!records.hasNext()) {
                throw ProblemException.invalid("", "empty", "the file holds no header");
            }
            var names = records.next().stream().map(String::strip).toList();
            if (names.stream().anyMatch(String::isEmpty) || new HashSet<>(names).size() < names.size()) {
                throw ProblemException.invalid("", "header-invalid", "every column needs a name of its own");
            }
            return names;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw ProblemException.invalid("", "unreadable", "the header is not CSV");
        }
    }

    @Override
    public @Nullable Line next() {
        if (broken) {
            return null;
        }
        try {
            if (!records.hasNext()) {
                return null;
            }
            var row = records.next();
            int number = (int) row.getRecordNumber() - 1;
            if (row.size() != header.size()) {
                return new Line(number, null, "has %d cells, the header has %d".formatted(row.size(), header.size()));
            }
            var values = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < header.size(); i++) {
                values.put(header.get(i), row.get(i));
            }
            return new Line(number, values, null);
        } catch (UncheckedIOException | IllegalStateException e) {
            broken = true; // where a quote is not closed, nobody knows where the next row begins
            return new Line(
                    (int) parser.getRecordNumber(), null, "cannot be read, nor what follows it: a quote is wrong");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
