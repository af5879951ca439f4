package eu.mpf.web.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads a decimal string with at most two decimals. A JSON number is refused: other readers would make it binary. */
final class DecimalString extends StdDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int WHOLE = 15;
    private static final int DECIMALS = 2;

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
        if (!isDecimal(text)) {
            return (BigDecimal) context.handleWeirdStringValue(
                    BigDecimal.class,
                    text,
                    "an amount is a decimal string such as \"12.34\", with at most two decimals");
        }
        return new BigDecimal(text);
    }

    /** An optional minus, up to fifteen digits, and up to two behind a point. */
    private static boolean isDecimal(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return point < 0
                ? areDigits(text, from, text.length(), WHOLE)
                : areDigits(text, from, point, WHOLE) && areDigits(text, point + 1, text.length(), DECIMALS);
    }

    private static boolean areDigits(String text, int from, int to, int most) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from <= most;
    }
}
