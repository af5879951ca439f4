package eu.mpf.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.eligibility.Stage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void exactlyOnItIsInAndOneMillisecondLaterIsOut() {
        Instant deadline = Instant.parse("2030-06-30T15:00:00.000Z");
        assertThat(Deadline.admits(deadline, deadline)).isTrue();
        assertThat(Deadline.admits(deadline, deadline.plusNanos(999_999))).isTrue();
        assertThat(Deadline.admits(deadline, deadline.plusMillis(1))).isFalse();
        assertThat(Deadline.admits(deadline, deadline.minusMillis(1))).isTrue();
    }

    @Test
    void aLocalTimeFollowsTheZonesSummerTime() {
        assertThat(instant("2030-06-30T17:00:00.250")).isEqualTo(Instant.parse("2030-06-30T15:00:00.250Z"));
        assertThat(instant("2030-11-30T17:00:00")).isEqualTo(Instant.parse("2030-11-30T16:00:00Z"));
    }

    private static Instant instant(String local) {
        return new Deadline(Stage.FULL_APPLICATION, LocalDateTime.parse(local)).instant(BRUSSELS);
    }
}
