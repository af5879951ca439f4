package eu.mpf.calls.fund;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C4")
class BalanceOfPurseTest {

    @Test
    void availableIsWhatIsNeitherReservedNorCommitted() {
        assertThat(balance("100.00", "30.00", "20.00", "0").available()).isEqualByComparingTo("50");
    }

    @Test
    void aPurseIsDepletedWhenNothingOrTooLittleIsLeft() {
        assertThat(balance("100.00", "30.00", "70.00", "0").depleted()).isTrue();
        assertThat(balance("100.00", "30.00", "69.99", "0").depleted()).isFalse();
        assertThat(balance("100.00", "30.00", "20.00", "50.01").depleted()).isTrue();
        assertThat(balance("100.00", "30.00", "20.00", "50.00").depleted()).isFalse();
    }

    @Test
    void itsMoneyIsInItsCurrency() {
        Balance balance = balance("100.00", "0", "0", "0");
        assertThat(balance.money(BigDecimal.TEN)).isEqualTo(new Money(BigDecimal.TEN, "SEK"));
        assertThat(balance.purse()).hasToString("BMVI");
        assertThat(new Purse("ISF", "north")).hasToString("ISF/north");
    }

    private static Balance balance(String envelope, String reserved, String committed, String depletedBelow) {
        return new Balance(
                new Purse("BMVI", ""),
                "SEK",
                new BigDecimal(envelope),
                new BigDecimal(reserved),
                new BigDecimal(committed),
                new BigDecimal(depletedBelow));
    }
}
