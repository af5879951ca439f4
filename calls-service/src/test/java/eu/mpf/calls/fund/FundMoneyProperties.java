package eu.mpf.calls.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;

@Tag("C4")
class FundMoneyProperties {

    private static Balance balance(long envelope, long reserved, long committed, long least) {
        return new Balance(
                new Purse("BMVI", ""), "EUR", cents(envelope), cents(reserved), cents(committed), cents(least));
    }

    private static BigDecimal cents(long amount) {
        return BigDecimal.valueOf(amount, 2);
    }

    @Property(tries = 500)
    @Label("envelope = available + reserved + committed, to the cent")
    void theParts(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long available,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long reserved,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long committed) {
        Balance balance = balance(available + reserved + committed, reserved, committed, 0);
        assertThat(balance.available()).isEqualByComparingTo(cents(available));
        assertThat(balance.available().add(balance.reserved()).add(balance.committed()))
                .isEqualByComparingTo(balance.envelope());
    }

    @Property(tries = 500)
    @Label("depleted exactly when less is left than the least grant, or nothing")
    void depletion(
            @ForAll @LongRange(min = 0, max = 10_000_00L) long available,
            @ForAll @LongRange(min = 0, max = 10_000_00L) long least) {
        assertThat(balance(available + 500, 300, 200, least).depleted()).isEqualTo(available == 0 || available < least);
    }
}
