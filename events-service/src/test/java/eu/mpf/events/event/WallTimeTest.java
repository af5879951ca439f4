package eu.mpf.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E9")
class WallTimeTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void faultF12TenInBrusselsIsNineUtcAfterTheChangeOfSummerTime() {
        assertThat(WallTime.instant(LocalDateTime.parse("2023-10-30T10:00"), BRUSSELS))
                .isEqualTo(Instant.parse("2023-10-30T09:00:00Z"));
    }

    @Test
    void faultF12TheSameWallTimeInSeptemberIsEightUtc() {
        assertThat(WallTime.instant(LocalDateTime.parse("2023-09-30T10:00"), BRUSSELS))
                .isEqualTo(Instant.parse("2023-09-30T08:00:00Z"));
    }

    @Test
    void anHourThatWasLeftOutIsRefused() {
        assertThatThrownBy(() -> WallTime.instant(LocalDateTime.parse("2023-03-26T02:30"), BRUSSELS))
                .hasMessageContaining("put forward");
    }

    @Test
    void ofAnHourThatCameTwiceTheFirstIsMeant() {
        assertThat(WallTime.instant(LocalDateTime.parse("2023-10-29T02:30"), BRUSSELS))
                .isEqualTo(Instant.parse("2023-10-29T00:30:00Z"));
    }

    @Test
    void aDayEndsAtMidnightThereAlsoWhereMidnightNeverWas() {
        assertThat(WallTime.endOfDay(Instant.parse("2023-10-30T09:00:00Z"), BRUSSELS))
                .isEqualTo(Instant.parse("2023-10-30T23:00:00Z"));
        // The night in which the clocks go back, and a day that begins at one o'clock.
        assertThat(WallTime.endOfDay(Instant.parse("2023-10-28T22:30:00Z"), BRUSSELS))
                .isEqualTo(Instant.parse("2023-10-29T23:00:00Z"));
        assertThat(WallTime.endOfDay(Instant.parse("2026-09-05T12:00:00Z"), ZoneId.of("America/Santiago")))
                .isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void aZoneOutsideTheDatabaseIsRefused() {
        assertThatThrownBy(() -> WallTime.zone("Europe/Brusels")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WallTime.zone("+02:00")).isInstanceOf(IllegalArgumentException.class);
    }
}
