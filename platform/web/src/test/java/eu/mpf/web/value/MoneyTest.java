package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isWrittenAsADecimalStringWithTwoDecimals() throws Exception {
        assertThat(JSON.writeValueAsString(Money.euro("1234567.5")))
                .isEqualTo("{\"amount\":\"1234567.50\",\"currency\":\"EUR\"}");
    }

    @Test
    void isReadAsWritten() throws Exception {
        var money = Money.euro("-0.01");
        assertThat(JSON.readValue(JSON.writeValueAsString(money), Money.class)).isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.345", "1e3", "1,50", "", " 1", "0x1", "1234567890123456"})
    void refusesWhatIsNoDecimalString(String amount) {
        assertThatThrownBy(() -> JSON.readValue("{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}", Money.class))
                .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
    }

    @Test
    void refusesANumberAndAMissingCurrency() {
        assertThatThrownBy(() -> JSON.readValue("{\"amount\":1.5,\"currency\":\"EUR\"}", Money.class));
        assertThatThrownBy(() -> JSON.readValue("{\"amount\":\"1.5\"}", Money.class));
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, "euro"));
    }

    @Test
    void sharesAreRoundedHalfUpToTheCent() {
        assertThat(Money.euro("0.01").times(new BigDecimal("0.5"))).isEqualTo(Money.euro("0.01"));
        assertThat(Money.euro("531328.62").times(new BigDecimal("0.95"))).isEqualTo(Money.euro("504762.19"));
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.euro("1").plus(new Money(BigDecimal.ONE, "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Money.euro("2").plus(Money.euro("0.5")).minus(Money.euro("3")))
                .isEqualTo(Money.euro("-0.50"));
        assertThat(Money.euro("1.0")).isEqualTo(Money.euro("1.00")).isEqualByComparingTo(Money.euro("1"));
    }
}
