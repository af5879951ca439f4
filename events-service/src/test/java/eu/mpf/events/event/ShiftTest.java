package eu.mpf.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("E22")
@Tag("E9")
class ShiftTest {

    private static EventTimes times(String zone, String starts) {
        LocalDateTime local = LocalDateTime.parse(starts);
        return EventTimes.of(zone, local, local.plusHours(8));
    }

    private static Shift shift(String zone, String starts, String zoneAfter, String startsAfter) {
        return Shift.between(times(zone, starts), times(zoneAfter, startsAfter));
    }

    @Test
    void overTheEndOfSummerTimeTheWallClockCountsAndNotTheInstant() {
        Shift later = shift("Europe/Brussels", "2023-09-21T09:00", "Europe/Brussels", "2023-10-30T10:00");
        assertThat(later.by()).isEqualTo(Duration.ofDays(39).plusHours(1));
        assertThat(later.move(LocalDateTime.parse("2023-09-21T11:30"), "Europe/Brussels"))
                .isEqualTo(LocalDateTime.parse("2023-10-30T12:30"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        // By the clocks of the event: those are others now.
        "2023-09-21T10:00, Europe/Brussels, 2023-09-21T10:00, Europe/Lisbon",
        // By clocks elsewhere: an hour after the start as before, which is an hour later there.
        "2023-09-21T11:00, Europe/Riga, 2023-09-21T12:00, Europe/Riga"
    })
    void inAnotherZoneEverySessionIsAsFarFromTheStartAsItWas(
            LocalDateTime local, String zone, LocalDateTime localAfter, String zoneAfter) {
        Shift moved = shift("Europe/Brussels", "2023-09-21T09:00", "Europe/Lisbon", "2023-09-21T09:00");
        assertThat(moved.isNone()).isFalse();
        assertThat(moved.zone(zone)).isEqualTo(zoneAfter);
        assertThat(moved.move(local, zone)).isEqualTo(localAfter);
    }

    @Test
    void whatFallsIntoTheHourThatIsLeftOutIsAnHourLater() {
        Shift intoSpring = shift("Europe/Brussels", "2023-03-25T01:00", "Europe/Brussels", "2023-03-26T01:00");
        assertThat(intoSpring.move(LocalDateTime.parse("2023-03-25T02:30"), "Europe/Brussels"))
                .isEqualTo(LocalDateTime.parse("2023-03-26T03:30"));
    }

    @Test
    void anEventThatOnlyEndsLaterMovesNothing() {
        EventTimes before = times("Europe/Brussels", "2023-09-21T09:00");
        EventTimes longer = EventTimes.of(
                before.timeZone(), before.startsLocal(), before.endsLocal().plusHours(2));
        assertThat(Shift.between(before, longer).isNone()).isTrue();
    }
}
