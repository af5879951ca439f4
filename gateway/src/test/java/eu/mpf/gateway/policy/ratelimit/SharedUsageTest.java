package eu.mpf.gateway.policy.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.kit.RunningGateway;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances' buckets, and the totals they tell each other. */
@Tag("X18")
class SharedUsageTest {

    private final HandMeter clock = new HandMeter();
    private final Map<String, Long> totals = new HashMap<>();
    private final RateLimiter one = limiter();
    private final RateLimiter two = limiter();

    private RateLimiter limiter() {
        GatewayConfig config = RunningGateway.config(Map.of(
                "mpf.identity.issuer", "x",
                "mpf.identity.jwks-url", "http://x",
                "mpf.gateway.inner-url", "http://x",
                "mpf.gateway.rate-limits.token", "60",
                "mpf.gateway.rate-limits.window", "1m"));
        return new RateLimiter(config.gateway().rateLimits(), clock);
    }

    /** What the shared table does. */
    private void share(RateLimiter limiter) {
        limiter.takeUntold().forEach((client, taken) -> {
            long total = totals.merge(client, taken, Long::sum);
            limiter.settle(client, taken, total, total);
        });
    }

    private int take(RateLimiter limiter, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += limiter.take(ClientKind.TOKEN, "client", null).allowed() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void aClientThatSpreadsItsRequestsGetsItsLimitOnceNotTwice() {
        int taken = 0;
        for (int second = 0; second < 30; second++) {
            taken += take(one, 4) + take(two, 4);
            share(one);
            share(two);
            clock.pass(Duration.ofSeconds(1));
        }
        // 60 at first, one more each second, and what fits between two tellings
        assertThat(taken).isBetween(88, 60 + 30 + 8);
    }

    @Test
    void whatOthersTookLongAgoIsNotHeldAgainstAClient() {
        take(one, 1);
        share(one);
        take(two, 60);
        share(two);
        clock.pass(Duration.ofMinutes(10));
        assertThat(take(one, 1)).isEqualTo(1);
        share(one);
        assertThat(take(one, 60)).as("a tenth of ten minutes' use").isGreaterThanOrEqualTo(50);
    }

    @Test
    void whatCouldNotBeToldIsToldTheNextTime() {
        take(one, 5);
        Map<String, Long> untold = one.takeUntold();
        one.putBack(untold);
        take(one, 2);
        assertThat(one.takeUntold()).containsEntry("client", 7L);
    }

    @Test
    void aBucketFillsEvenlyOverItsWindow() {
        assertThat(take(one, 100)).isEqualTo(60);
        clock.pass(Duration.ofSeconds(10));
        assertThat(take(one, 100)).isEqualTo(10);
    }

    @Test
    void anotherLimitHoldsFromTheNextRequestOnAndKeepsTheShareThatIsLeft() {
        assertThat(take(one, 30)).isEqualTo(30);
        one.limit(ClientKind.TOKEN, 120);
        RateLimiter.Verdict half = one.take(ClientKind.TOKEN, "client", null);
        assertThat(half.limit()).isEqualTo(120);
        assertThat(half.remaining()).as("half of it, less this one").isEqualTo(59);
        assertThat(one.take(ClientKind.TOKEN, "client", 12).remaining())
                .as("a limit of its own comes before that of its kind")
                .isEqualTo(4);
        assertThat(one.take(ClientKind.TOKEN, "somebody else", null).remaining())
                .isEqualTo(119);
    }
}
