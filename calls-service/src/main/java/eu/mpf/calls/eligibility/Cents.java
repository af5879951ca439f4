package eu.mpf.calls.eligibility;

import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money as whole cents, the form in which rules compare it without rounding. */
public final class Cents {

    /** As much as anybody writes into a rule. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private Cents() {}

    /**
     * A rate or an amount in a rule.
     *
     * @throws NumberFormatException for anything else, such as {@code 1e999999999}, which has a billion digits
     */
    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("not a decimal number: " + text);
        }
        return new BigDecimal(text);
    }

    public static long of(@Nullable Money money) {
        return money == null ? 0 : money.amount().movePointRight(2).longValueExact();
    }

    static Money money(long cents, String currency) {
        return new Money(BigDecimal.valueOf(cents, 2), currency);
    }
}
