package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of an amount in JSON: a decimal string of at most two decimals. */
class AmountsInJsonTest {

    private final ObjectMapper json = new ObjectMapper();

    private Money read(String amount) throws JsonProcessingException {
        return json.readValue("{\"amount\":" + amount + ",\"currency\":\"EUR\"}", Money.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "7", "-7", "12.3", "12.34", "-12.34", "0.01", "00.10", "123456789012345.67"})
    void aDecimalStringIsRead(String amount) throws Exception {
        assertThat(read("\"" + amount + "\"").amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "1.",
                ".5",
                "-.5",
                "1.234",
                "1.2.3",
                "1..2",
                "--1",
                "+1",
                " 1",
                "1 ",
                "1,5",
                "1e3",
                "0x1",
                "1-",
                "1234567890123456",
                "٣",
                "1.٣",
                "NaN"
            })
    void anythingElseIsRefused(String amount) {
        assertThatThrownBy(() -> read("\"" + amount + "\""))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("an amount is a decimal string such as \"12.34\"");
    }

    @Test
    void aNumberIsRefused() {
        assertThatThrownBy(() -> read("12.34")).hasMessageContaining("an amount is a decimal string");
    }

    @Test
    void moreDecimalsAreAnAmountOnlyIfTheyAreNoughts() {
        assertThat(new Money(new BigDecimal("1.2300"), "EUR").amount()).isEqualTo(new BigDecimal("1.23"));
        assertThat(new Money(new BigDecimal("1E+3"), "EUR").amount()).isEqualTo(new BigDecimal("1000.00"));
        assertThatThrownBy(() -> new Money(new BigDecimal("1.235"), "EUR"))
                .hasMessage("an amount has at most two decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "EURO", "eur", "EU1", "E R", "ÉUR", "@UR", "EU["})
    void aCurrencyIsThreeCapitalLetters(String currency) {
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, currency))
                .hasMessage("a currency is three capital letters (ISO 4217)");
    }
}
