package eu.mpf.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days are written by hand, and no otherwise than they write themselves. */
class DayTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "0001-01-01",
                "0999-12-31",
                "2024-02-29",
                "9999-12-31",
                "+10000-01-01",
                "-0001-12-31"
            })
    void atTheEdgesToo(String day) {
        assertThat(new String(DaySerializer.text(LocalDate.parse(day)))).isEqualTo(day);
    }

    @Test
    void aDayWritesTheSame() {
        var random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            var day = LocalDate.ofEpochDay(random.nextLong(-800_000, 3_000_000));
            assertThat(new String(DaySerializer.text(day))).isEqualTo(day.toString());
        }
    }
}
