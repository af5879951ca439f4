package eu.mpf.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X14")
class DecimalStyleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT | 94.97 | 94.97",
                "POINT | 2,000,000 | 2000000",
                "POINT | -1,234.50 | -1234.50",
                "COMMA | 94,97 | 94.97",
                "COMMA | 1.234.567,89 | 1234567.89",
                "COMMA | 1 234,5 | 1234.5",
                "COMMA | 1\u00a0234 | 1234",
            })
    void aNumberIsReadInTheStyleTheFileNames(DecimalStyle style, String text, BigDecimal number) {
        assertThat(style.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"POINT | 94,97", "COMMA | 94.97", "POINT | 1.234,56", "COMMA | 1,234.56", "COMMA | 1.234 567"})
    void aNumberInTheOtherStyleIsNotGuessed(DecimalStyle style, String text) {
        assertThat(style.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,260,0074.84", "EUR 5", "1e9", "", "-", ".5", "5.", "٣", "1,,0"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(DecimalStyle.POINT.parse(text)).isEmpty();
        assertThat(DecimalStyle.COMMA.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DecimalStyle.class)
    void wholeNumbersAreTheSameInAll(DecimalStyle style) {
        assertThat(style.parse("48")).hasValue(new BigDecimal(48));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a;b,c | ;", "a,b;c | ,", "'\"x;y\",b' | ,", "alone | ','"})
    void theSeparatorIsTheOneTheHeaderUses(String header, char separator) {
        assertThat(CsvReader.separator(header)).isEqualTo(separator);
    }
}
