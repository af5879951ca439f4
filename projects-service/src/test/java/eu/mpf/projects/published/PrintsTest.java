package eu.mpf.projects.published;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.projects.published.Reading.Kind;
import eu.mpf.projects.published.Reading.Precision;
import eu.mpf.projects.published.Reading.Problem;
import eu.mpf.web.value.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P10")
class PrintsTest {

    /** F1: digits grouped as no number is. */
    @Test
    void f1MalformedAmountIsFlaggedAndNeverParsedIntoANumber() {
        Reading reading = Prints.read(PublishedField.TOTAL, "EUR 3,260,0074.84");

        assertThat(reading.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(reading.problem()).isEqualTo(Problem.MALFORMED_AMOUNT);
        assertThat(reading.amount()).isNull();
    }

    /** F2: a decimal comma. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"94,97%|94.97", "94,97% from AMIF|94.97", "94,87 % AMIF|94.87", "95 % ISF-Borders|95", "100 %|100"
            })
    void f2DecimalCommaIsReadAsPercent(String printed, String percent) {
        Reading reading = Prints.read(PublishedField.SHARE, printed);

        assertThat(reading.kind()).isEqualTo(Kind.PERCENT);
        assertThat(reading.percent()).isEqualByComparingTo(percent);
    }

    /** F3: a share printed as an amount. */
    @Test
    void f3ShareGivenAsAnAmountIsReadAsAnAmountWithItsFund() {
        Reading reading = Prints.read(PublishedField.SHARE, "EUR 2,000,000 AMIF");

        assertThat(reading.amount()).isEqualTo(Money.euro("2000000.00"));
        assertThat(reading.fund()).isEqualTo("AMIF");
        assertThat(reading.percent()).isNull();
    }

    /** F4: far below the usual rate, and right. */
    @Test
    void f4LowShareIsAccepted() {
        assertThat(Prints.read(PublishedField.SHARE, "39.69 % AMIF").percent()).isEqualByComparingTo("39.69");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR 1,532,558.68|1532558.68",
                "EUR 85,516.77|85516.77",
                "€ 1.532.558,68|1532558.68",
                "1 532 558,68 EUR|1532558.68",
                "EUR 531328.62|531328.62",
                "EUR 2,000,000|2000000",
                "EUR 178,512|178512"
            })
    void readsAmountsHoweverEuropeGroupsThem(String printed, String amount) {
        assertThat(Prints.read(PublishedField.TOTAL, printed).amount()).isEqualTo(Money.euro(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EUR 1,23,456",
                "EUR 12,3456",
                "EUR 1,000.000,00",
                "EUR twelve",
                "EUR",
                "EUR 1.532,558.68",
                "EUR -5",
                "EUR 12.345.6"
            })
    void neverGuessesAnAmount(String printed) {
        Reading reading = Prints.read(PublishedField.TOTAL, printed);

        assertThat(reading.amount()).isNull();
        assertThat(reading.problem()).isEqualTo(Problem.MALFORMED_AMOUNT);
    }

    @Test
    void amountWithoutACurrencyIsNoMoney() {
        assertThat(Prints.read(PublishedField.TOTAL, "1,532,558.68").problem()).isEqualTo(Problem.CURRENCY_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"940 %", "9,4,9 %", "% AMIF", "about 95 %"})
    void neverGuessesAPercentage(String printed) {
        assertThat(Prints.read(PublishedField.SHARE, printed).problem()).isEqualTo(Problem.MALFORMED_PERCENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nov 2019 to Sep 2021|2019-11-01|2021-09-30|MONTH",
                "26.11.2019 to 25.09.2021|2019-11-26|2021-09-25|DAY",
                "01/12/2021 to 30/11/2024|2021-12-01|2024-11-30|DAY",
                "14 Oct 2021 to 13 Oct 2024|2021-10-14|2024-10-13|DAY",
                "2021-12-01 – 2024-11-30|2021-12-01|2024-11-30|DAY",
                "du 1er mars 2019 au 30 avril 2021|2019-03-01|2021-04-30|DAY",
                "nov. 2019 à sept. 2021|2019-11-01|2021-09-30|MONTH",
                "von März 2019 bis April 2021|2019-03-01|2021-04-30|MONTH",
                "1. Dezember 2021 bis 30. November 2024|2021-12-01|2024-11-30|DAY",
                "marzo de 2019 a abril de 2021|2019-03-01|2021-04-30|MONTH",
                "gennaio 2020 - febbraio 2021|2020-01-01|2021-02-28|MONTH",
                "12/2019 to 02/2020|2019-12-01|2020-02-29|MONTH",
                "2019 to 2021|2019-01-01|2021-12-31|YEAR"
            })
    void readsPeriodsInSeveralLanguagesAndFormats(String printed, LocalDate from, LocalDate to, Precision precision) {
        Reading reading = Prints.read(PublishedField.PERIOD, printed);

        assertThat(reading.from()).isEqualTo(from);
        assertThat(reading.to()).isEqualTo(to);
        assertThat(reading.precision()).isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019 to 2021 or 2022|AMBIGUOUS",
                "Sep 2021 to Nov 2019|END_BEFORE_START",
                "31.02.2019 to 30.04.2019|MALFORMED_DATE",
                "13/13/2019 to 30/04/2020|MALFORMED_DATE",
                "Smarch 2019 to Apr 2020|MALFORMED_DATE",
                "listopad 2019 to Apr 2020|MALFORMED_DATE",
                "Nov 2019|MALFORMED_DATE"
            })
    void neverGuessesAPeriod(String printed, Problem problem) {
        Reading reading = Prints.read(PublishedField.PERIOD, printed);

        assertThat(reading.problem()).isEqualTo(problem);
        assertThat(reading.from()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"31 Aug 2020|2020-08-31", "30 Mar 2021|2021-03-30", "2025-07-24|2025-07-24"})
    void readsDays(String printed, LocalDate day) {
        assertThat(Prints.read(PublishedField.END, printed).to()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"37 months|37", "13 mois|13", "24 Monate|24", "2 years|24", "3 Jahre|36"})
    void readsDurationsInMonths(String printed, int months) {
        assertThat(Prints.read(PublishedField.DURATION, printed).months()).isEqualTo(months);
    }

    @Test
    void textsAreTexts() {
        assertThat(Prints.read(PublishedField.NOTE, "no placement took place in Egypt")
                        .kind())
                .isEqualTo(Kind.TEXT);
    }
}
