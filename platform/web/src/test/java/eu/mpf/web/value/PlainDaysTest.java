package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDaysTest {

    private static @Nullable LocalDate plain(String text) {
        // Somewhere in a parser's buffer.
        return Days.plain(("\"on\":\"" + text + "\"").toCharArray(), 6, text.length());
    }

    @Test
    void everyDayOfSeveralYearsIsRead() {
        for (int year : new int[] {1, 4, 100, 1900, 2000, 2023, 2024, 9999}) {
            for (var day = LocalDate.of(year, 1, 1);
                    day.getYear() == year && day.isBefore(LocalDate.MAX);
                    day = day.plusDays(1)) {
                assertThat(plain(day.toString())).isEqualTo(day);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31",
                "2023-02-29",
                "1900-02-29",
                "2024-02-30",
                "2024-04-31",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "2024-01-32",
                "2024-1-01",
                "2024-01-1",
                "2024/01/01",
                "2024-01/01",
                "202a-01-01",
                "2024-0x-01",
                "2024-01-0:",
                "-024-01-01",
                "+2024-01-01",
                "2024-01-01T00:00",
                "2024-01-011",
                "٢٠٢٤-01-01",
                ""
            })
    void whatIsNoDayInJustThisFormIsLeftToTheFormatter(String text) {
        assertThat(plain(text)).isNull();
    }
}
