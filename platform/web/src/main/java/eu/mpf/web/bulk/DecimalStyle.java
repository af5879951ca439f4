package eu.mpf.web.bulk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file writes decimals. Its sender says so: nobody guesses whether 3,260 is three or three thousand. */
public enum DecimalStyle {
    /** {@code 1,234.56} */
    POINT("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?", '.'),
    /** {@code 1.234,56} or {@code 1 234,56} */
    COMMA("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+|\\d{1,3}([ \\u00a0\\u202f]\\d{3})+)(,\\d+)?", ',');

    private final Pattern pattern;
    private final char mark;

    DecimalStyle(String pattern, char mark) {
        this.pattern = Pattern.compile(pattern);
        this.mark = mark;
    }

    /** The number; empty unless the whole text is one in this style. */
    public Optional<BigDecimal> parse(String text) {
        if (text.length() > 40 || !pattern.matcher(text).matches()) {
            return Optional.empty();
        }
        var digits = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == mark) {
                digits.append('.');
            } else if (Character.isDigit(c) || c == '-') {
                digits.append(c);
            }
        }
        return Optional.of(new BigDecimal(digits.toString()));
    }
}
