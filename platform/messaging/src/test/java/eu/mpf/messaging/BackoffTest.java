package eu.mpf.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    @Test
    void thePauseDoublesUpToItsLimit() {
        assertThat(backoff.millis(0)).isEqualTo(100);
        assertThat(backoff.millis(1)).isEqualTo(200);
        assertThat(backoff.millis(5)).isEqualTo(3_200);
        assertThat(backoff.millis(6)).isEqualTo(5_000);
    }

    @Test
    void howeverOftenItFailedThePauseStaysAtTheLimit() {
        assertThat(backoff.millis(63)).isEqualTo(5_000);
        assertThat(backoff.millis(1_000_000)).isEqualTo(5_000);
        assertThat(new Backoff(Duration.ofMillis(1), Duration.ofDays(365)).millis(64))
                .isEqualTo(1 << 20);
    }
}
