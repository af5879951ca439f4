package eu.mpf.projects.project;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a percentage written as a decimal string, as amounts are; a JSON number is refused. */
public final class PercentString extends StdDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");

    public PercentString() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !PERCENT.matcher(parser.getText()).matches()) {
            return (BigDecimal) context.handleWeirdStringValue(
                    BigDecimal.class, parser.getText(), "a percentage is a decimal string such as \"94.97\"");
        }
        return new BigDecimal(parser.getText());
    }
}
