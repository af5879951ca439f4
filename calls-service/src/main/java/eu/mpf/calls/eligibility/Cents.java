package eu.mpf.calls.eligibility;

import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money as whole cents, the form in which rules compare it without rounding. */
public final class Cents {

    private Cents() {}

    public static long of(@Nullable Money money) {
        return money == null ? 0 : money.amount().movePointRight(2).longValueExact();
    }

    static Money money(long cents, String currency) {
        return new Money(BigDecimal.valueOf(cents, 2), currency);
    }
}
