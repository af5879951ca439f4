package eu.mpf.calls.fund;

import eu.mpf.web.value.Money;
import java.math.BigDecimal;

/**
 * The money of a purse at a moment. {@code available} is what is neither reserved (awarded, not signed) nor committed (signed).
 *
 * @param depletedBelow the purse counts as depleted when less than this is available
 */
public record Balance(
        Purse purse,
        String currency,
        BigDecimal envelope,
        BigDecimal reserved,
        BigDecimal committed,
        BigDecimal depletedBelow) {

    public BigDecimal available() {
        return envelope.subtract(reserved).subtract(committed);
    }

    public boolean depleted() {
        return available().signum() <= 0 || available().compareTo(depletedBelow) < 0;
    }

    public Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
