package eu.mpf.gateway.policy.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.ratelimit.RateLimiter.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One instance's buckets, to the second. */
class RateLimiterTest {

    private final HandMeter clock = new HandMeter();
    private final RateLimiter limiter = new RateLimiter(
            Rehearsal.config(
                            "gateway.rate-limits.window", "1m",
                            "gateway.rate-limits.anonymous", "6",
                            "gateway.rate-limits.token", "60",
                            "gateway.rate-limits.key", "120")
                    .gateway()
                    .rateLimits(),
            clock);

    private Verdict take() {
        return limiter.take(ClientKind.ANONYMOUS, "client", null);
    }

    @Test
    void theVerdictsOfABucketThatIsUsedUpAndFillsAgain() {
        assertThat(take()).isEqualTo(new Verdict(true, 6, 5, 10, 1));
        assertThat(take()).isEqualTo(new Verdict(true, 6, 4, 20, 1));
        for (int i = 0; i < 3; i++) {
            take();
        }
        assertThat(take()).isEqualTo(new Verdict(true, 6, 0, 60, 1));
        assertThat(take()).isEqualTo(new Verdict(false, 6, 0, 60, 10));
        clock.pass(Duration.ofMillis(4_500));
        assertThat(take()).as("parts of seconds are rounded up").isEqualTo(new Verdict(false, 6, 0, 56, 6));
        clock.pass(Duration.ofMillis(5_500));
        assertThat(take()).isEqualTo(new Verdict(true, 6, 0, 60, 1));
    }

    @Test
    void eachClientHasItsOwnBucketAndEachKindItsOwnLimit() {
        for (int i = 0; i < 7; i++) {
            take();
        }
        assertThat(take().allowed()).isFalse();
        assertThat(limiter.take(ClientKind.ANONYMOUS, "another", null).allowed())
                .isTrue();
        assertThat(limiter.take(ClientKind.TOKEN, "s a", null).limit()).isEqualTo(60);
        assertThat(limiter.take(ClientKind.KEY, "s b", null).limit()).isEqualTo(120);
        assertThat(limiter.take(ClientKind.KEY, "s c", 7).limit()).isEqualTo(7);
        assertThat(limiter.window()).isEqualTo(Duration.ofMinutes(1));
        assertThat(limiter.limit(ClientKind.TOKEN)).isEqualTo(60);
    }

    @Test
    void onlyWhatWasGivenOutIsToldAndOnlyOnce() {
        for (int i = 0; i < 9; i++) {
            take();
        }
        assertThat(limiter.takeUntold()).isEqualTo(Map.of("client", 6L));
        assertThat(limiter.takeUntold()).isEmpty();
        take();
        assertThat(limiter.takeUntold()).as("a refused request takes nothing").isEmpty();
    }

    @Test
    void whatIsPutBackForAClientThatIsNotKnownIsForgotten() {
        limiter.putBack(Map.of("nobody", 3L));
        limiter.settle("nobody", 1, 5, 5);
        assertThat(limiter.takeUntold()).isEmpty();
    }

    /** Tells the shared table, whose total is then the given one. */
    private void tell(long total) {
        limiter.settle("client", limiter.takeUntold().getOrDefault("client", 0L), total, total);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2.6, 2", "3.4, 2", "5, 0", "0.5, 4"})
    void theFirstTellingTakesWhatOthersGaveOutAsFarAsItStillCounts(double level, int remaining) {
        take();
        limiter.settle("client", limiter.takeUntold().get("client"), 1_000, level);
        assertThat(take().remaining()).isEqualTo(remaining);
    }

    @Test
    void whoHasUsedItsLimitUpElsewhereIsRefusedUntilItHasComeBack() {
        take();
        limiter.settle("client", limiter.takeUntold().get("client"), 7, 7);
        assertThat(take()).isEqualTo(new Verdict(false, 6, 0, 70, 20));
        clock.pass(Duration.ofSeconds(20));
        assertThat(take().allowed()).isTrue();
    }

    @Test
    void whatComesBackInASecondIsTheLimitsShareOfTheWindow() {
        take();
        limiter.take(ClientKind.KEY, "s c", 30);
        assertThat(limiter.refill("client")).isEqualTo(0.1);
        assertThat(limiter.refill("s c")).isEqualTo(0.5);
        assertThat(limiter.refill("nobody")).isZero();
    }

    @Test
    void whatOthersGaveOutSinceTheLastTellingIsTakenFromTheBucketHere() {
        take();
        tell(1);
        clock.pass(Duration.ofSeconds(1));
        take();
        tell(4);
        assertThat(take().remaining())
                .as("six, three taken here, two elsewhere")
                .isEqualTo(1);
        tell(5);
        assertThat(take().remaining()).as("and nobody else since").isZero();
    }

    @Test
    void whereNobodyElseGaveOutAnythingNothingIsTaken() {
        take();
        tell(1);
        take();
        tell(2);
        assertThat(take().remaining()).isEqualTo(3);
    }

    @Test
    void oneThatWasGivenOutElsewhereCountsHoweverLongAgo() {
        take();
        tell(1);
        clock.pass(Duration.ofHours(10));
        assertThat(take().remaining()).isEqualTo(5);
        tell(3);
        assertThat(take().remaining()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"60, 10, 49", "120, 10, 54", "600, 10, 58", "30, 10, 49", "61, 40, 20"})
    void ofWhatWasGivenOutOverLongOnlyTheLastWindowsShareCounts(int seconds, int others, int remaining) {
        RateLimiter wide = new RateLimiter(
                Rehearsal.config("gateway.rate-limits.token", "60").gateway().rateLimits(), clock);
        wide.take(ClientKind.TOKEN, "client", null);
        wide.settle("client", wide.takeUntold().get("client"), 1, 1);
        clock.pass(Duration.ofSeconds(seconds));
        wide.settle("client", 0, 1 + others, 0);
        assertThat(wide.take(ClientKind.TOKEN, "client", null).remaining()).isEqualTo(remaining);
    }

    @ParameterizedTest
    @CsvSource({"PT1M, 60", "PT1.5S, 1", "PT0.2S, 1", "PT2S, 2"})
    void aWindowIsToldInWholeSecondsAndNeverNone(Duration window, long seconds) {
        assertThat(RateLimiter.inSeconds(window)).isEqualTo(seconds);
    }

    @Test
    void aLimitThatDidNotChangeLeavesTheBucketAsItIs() {
        for (int i = 0; i < 3; i++) {
            take();
        }
        limiter.limit(ClientKind.ANONYMOUS, 6);
        assertThat(take().remaining()).isEqualTo(2);
        limiter.limit(ClientKind.ANONYMOUS, 60);
        assertThat(take().remaining()).as("a third of it, less this one").isEqualTo(19);
        assertThat(take().remaining()).isEqualTo(18);
    }
}
