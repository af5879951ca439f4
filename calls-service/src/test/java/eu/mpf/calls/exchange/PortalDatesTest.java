package eu.mpf.calls.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C24")
class PortalDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1701363600000 | 2023-11-30T18:00",
                "1701363600 | 2023-11-30T18:00",
                "2023-11-30T17:00:00.000+0000 | 2023-11-30T18:00",
                "2023-11-30T17:00:00+01:00 | 2023-11-30T17:00",
                "2023-07-30T15:00:00Z | 2023-07-30T17:00",
                "2023-11-30T17:00:00 | 2023-11-30T17:00",
                "2023-11-30 17:00 | 2023-11-30T17:00",
                "30 November 2023 17:00:00 Brussels time | 2023-11-30T17:00",
                "30 November 2023 | 2023-11-30T17:00",
                "30/11/2023 12:30 | 2023-11-30T12:30",
                "30.11.2023 | 2023-11-30T17:00",
                "November 30, 2023 | 2023-11-30T17:00",
                "2023-11-30 | 2023-11-30T17:00"
            })
    void everyWayOfWritingIsTheSameMomentInBrussels(String written, LocalDateTime local) {
        assertThat(PortalDates.read(written))
                .hasValueSatisfying(read -> assertThat(read.local()).isEqualTo(local));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "31 February", "2023-13-01", "TBD", "30-11-23", "12345"})
    void whatIsNoDateIsNotGuessed(String written) {
        assertThat(PortalDates.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59",
                "+10000-01-01T00:00:00",
                "0000-12-31T23:59:59",
                "-0001-01-01",
                "999999999999999"
            })
    void aYearThatNobodyCanWriteIsNoDate(String written) {
        assertThat(PortalDates.read(written)).isEmpty();
    }

    @Test
    void theFirstYearAndTheLastAreDates() {
        assertThat(PortalDates.read("0001-01-01T00:00:00")).isPresent();
        assertThat(PortalDates.read("9999-12-31T23:59:59")).isPresent();
    }

    @Property(tries = 200)
    void millisecondsAndIsoAgree(@ForAll @LongRange(min = 978_307_200_000L, max = 4_102_444_800_000L) long millis) {
        String iso =
                LocalDateTime.ofEpochSecond(millis / 1000, (int) (millis % 1000) * 1_000_000, ZoneOffset.UTC) + "Z";
        assertThat(PortalDates.read(iso)).isEqualTo(PortalDates.read(Long.toString(millis)));
    }
}
