package eu.mpf.projects.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads the value of an indicator: a decimal string with at most four decimals. A JSON number is refused, as for amounts. */
public final class ValueString extends StdDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final Pattern VALUE = Pattern.compile("-?\\d{1,16}(\\.\\d{1,4})?");

    public ValueString() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !VALUE.matcher(parser.getText()).matches()) {
            return (BigDecimal) context.handleWeirdStringValue(
                    BigDecimal.class, parser.getText(), "a value is a decimal string such as \"120.5\"");
        }
        return new BigDecimal(parser.getText());
    }
}
