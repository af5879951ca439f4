package eu.mpf.projects.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is split adds up to the last cent. */
@Tag("P20")
class SharesTest {

    private static Shares.Period period(String from, String to, String amount) {
        return new Shares.Period(LocalDate.parse(from), LocalDate.parse(to), new BigDecimal(amount));
    }

    private static List<Shares.Period> byYear(String from, String to, String amount) {
        return Shares.byYear(LocalDate.parse(from), LocalDate.parse(to), new BigDecimal(amount));
    }

    @Test
    void theLastTakesWhatRoundingLeaves() {
        assertThat(Shares.percentages(1)).containsExactly(new BigDecimal("100.00"));
        assertThat(Shares.percentages(3))
                .containsExactly(new BigDecimal("33.33"), new BigDecimal("33.33"), new BigDecimal("33.34"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 7, 27})
    void percentagesAddUpToAHundred(int parts) {
        assertThat(Shares.percentages(parts)).hasSize(parts);
        assertThat(Shares.percentages(parts).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
    }

    @Test
    void aBudgetWithinOneYearIsOnePart() {
        assertThat(byYear("2024-01-01", "2024-12-31", "100.01"))
                .containsExactly(period("2024-01-01", "2024-12-31", "100.01"));
        assertThat(byYear("2024-06-30", "2024-06-30", "0.01"))
                .containsExactly(period("2024-06-30", "2024-06-30", "0.01"));
    }

    @Test
    void aYearHasItsPartByItsDays() {
        assertThat(byYear("2023-12-31", "2024-01-02", "100.00"))
                .containsExactly(
                        period("2023-12-31", "2023-12-31", "33.33"), period("2024-01-01", "2024-01-02", "66.67"));
        assertThat(byYear("2023-01-01", "2025-12-31", "1096.00"))
                .as("2024 has a day more")
                .containsExactly(
                        period("2023-01-01", "2023-12-31", "365.00"),
                        period("2024-01-01", "2024-12-31", "366.00"),
                        period("2025-01-01", "2025-12-31", "365.00"));
    }
}
