package eu.mpf.web.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a decimal string with at most two decimals. A JSON number is refused: other readers would make it binary. */
final class DecimalString extends StdDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    DecimalString() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (BigDecimal) context.handleUnexpectedToken(
                    BigDecimal.class, parser.currentToken(), parser, "an amount is a decimal string such as \"12.34\"");
        }
        var text = parser.getText();
        if (!DECIMAL.matcher(text).matches()) {
            return (BigDecimal) context.handleWeirdStringValue(
                    BigDecimal.class,
                    text,
                    "an amount is a decimal string such as \"12.34\", with at most two decimals");
        }
        return new BigDecimal(text);
    }
}
