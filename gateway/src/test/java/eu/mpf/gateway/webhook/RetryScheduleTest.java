package eu.mpf.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.kit.RunningGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X6")
class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theDefaultPausesGrowAndTakeADay() {
        GatewayConfig config = RunningGateway.config(Map.of(
                "mpf.identity.issuer", "x",
                "mpf.identity.jwks-url", "http://x",
                "mpf.gateway.inner-url", "http://x"));
        List<Duration> pauses = config.gateway().webhooks().retries();
        for (int i = 1; i < pauses.size(); i++) {
            assertThat(pauses.get(i)).isGreaterThan(pauses.get(i - 1));
        }
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
    }

    @Test
    void pausesAreBlurredByAFifthAndEndWithTheLast() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(100), Duration.ofSeconds(200)));
        Random random = new Random(1);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 1_000; i++) {
            long pause = Duration.between(NOW, schedule.next(1, NOW, random).orElseThrow())
                    .toMillis();
            least = Math.min(least, pause);
            most = Math.max(most, pause);
        }
        assertThat(least).isBetween(80_000L, 82_000L);
        assertThat(most).isBetween(118_000L, 120_000L);
        assertThat(schedule.next(2, NOW, random)).isPresent();
        assertThat(schedule.next(3, NOW, random)).isEmpty();
    }

    /** A generator that always gives the same share. */
    private static RandomGenerator always(double share) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("only shares are asked for");
            }

            @Override
            public double nextDouble() {
                return share;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 80000",
        "1, 0.5, 100000",
        "1, 0.75, 110000",
        "2, 0, 160000",
        "2, 0.5, 200000",
        "2, 0.999999, 239999",
    })
    void thePauseIsTheOneOfTheAttemptAFifthLessToAFifthMore(int attempts, double share, long millis) {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(100), Duration.ofSeconds(200)));
        assertThat(schedule.next(attempts, NOW, always(share))).contains(NOW.plusMillis(millis));
    }

    @Test
    void whenThePausesAreUsedUpThereIsNoFurtherAttempt() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(1)));
        assertThat(schedule.next(1, NOW, always(0))).isPresent();
        assertThat(schedule.next(2, NOW, always(0))).isEmpty();
        assertThat(new RetrySchedule(List.of()).next(1, NOW, always(0))).isEmpty();
    }
}
