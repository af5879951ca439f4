package eu.mpf.web.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes one JSON object per line. */
final class JsonLinesWriter {
    private JsonLinesWriter() {}

    static <T> void write(ObjectMapper json, Table<T> table, RowSource<T> rows, OutputStream out) throws IOException {
        try (var generator = json.createGenerator(out)) {
            generator.setPrettyPrinter(null);
            generator.setRootValueSeparator(null);
            rows.forEach(row -> {
                try {
                    line(generator, table, row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static <T> void line(JsonGenerator generator, Table<T> table, T row) throws IOException {
        generator.writeStartObject();
        for (var column : table.columns()) {
            var value = column.value().apply(row);
            if (value != null) {
                generator.writePOJOField(column.header(), value);
            }
        }
        generator.writeEndObject();
        generator.writeRaw('\n');
    }
}
