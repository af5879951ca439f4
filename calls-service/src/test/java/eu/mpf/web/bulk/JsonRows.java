package eu.mpf.web.bulk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.Consumer;

/** Rows as an import of JSON lines reads them. */
public final class JsonRows {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonRows() {}

    public static void each(String lines, Consumer<Row> rows) throws IOException {
        try (var reader = new JsonLinesReader(new BufferedReader(new StringReader(lines)), JSON)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                if (line.values() != null) {
                    rows.accept(new Row(line.number(), line.values(), DecimalStyle.POINT, null));
                }
            }
        }
    }
}
