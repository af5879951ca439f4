package eu.mpf.web.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON object per line; blank lines are none. */
final class JsonLinesReader implements RowReader {
    private final BufferedReader text;
    private final ObjectReader json;
    private int number;

    JsonLinesReader(BufferedReader text, ObjectMapper json) {
        this.text = text;
        this.json = json.reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    @Override
    public @Nullable Line next() throws IOException {
        var line = text.readLine();
        while (line != null && line.isBlank()) {
            line = text.readLine();
        }
        if (line == null) {
            return null;
        }
        number++;
        try {
            return json.readTree(line) instanceof ObjectNode values
                    ? new Line(number, values, null)
                    : new Line(number, null, "is not a JSON object");
        } catch (JsonProcessingException | NumberFormatException e) {
            // The second is for a number with more digits in its exponent than any number has.
            return new Line(number, null, "is not JSON");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
