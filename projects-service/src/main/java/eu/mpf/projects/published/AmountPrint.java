package eu.mpf.projects.published;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as they are printed in Europe: groups of exactly three digits or none, and at most two decimals, so that a
 * comma or a point can have one meaning only. Anything else is not a number.
 */
final class AmountPrint {

    private static final String PLAIN = "\\d+(?:[.,]\\d{1,2})?";
    private static final String COMMA_GROUPS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?";
    private static final String POINT_GROUPS = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?";
    private static final String SPACE_GROUPS = "\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?";

    private static final Pattern NUMBER =
            Pattern.compile(String.join("|", COMMA_GROUPS, POINT_GROUPS, SPACE_GROUPS, PLAIN));
    private static final Pattern DECIMALS = Pattern.compile("[.,](\\d{1,2})$");

    private AmountPrint() {}

    static Optional<BigDecimal> read(String print) {
        if (!NUMBER.matcher(print).matches()) {
            return Optional.empty();
        }
        Matcher decimals = DECIMALS.matcher(print);
        boolean exact = decimals.find();
        String whole = exact ? print.substring(0, decimals.start()) : print;
        String digits = whole.replaceAll("\\D", "");
        return Optional.of(new BigDecimal(exact ? digits + "." + decimals.group(1) : digits));
    }
}
