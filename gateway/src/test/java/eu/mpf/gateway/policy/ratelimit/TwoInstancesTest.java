package eu.mpf.gateway.policy.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.kit.RunningGateway;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.web.WebConfig;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.sql.SqlFailure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One limit over two instances that share nothing but the database. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X18")
class TwoInstancesTest {

    private static final int LIMIT = 40;

    @Inject
    DataSource database;

    @Inject
    WebConfig web;

    @Inject
    Sql sql;

    private final String client = "s " + UUID.randomUUID();
    private RateLimiter one;
    private RateLimiter two;
    private SharedUsage tellsOne;
    private SharedUsage tellsTwo;

    @BeforeEach
    void start() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(SqlFailure.class)
                .until(() -> sql.first("SELECT count(*) FROM rate_usage", row -> row.getLong(1))
                        .isPresent());
        one = limiter();
        two = limiter();
        tellsOne = new SharedUsage(database, one, web);
        tellsTwo = new SharedUsage(database, two, web);
    }

    /** An hour to fill, so that nothing is filled in the time of a test. */
    private static RateLimiter limiter() {
        return limiter("1h");
    }

    private static RateLimiter limiter(String window) {
        GatewayConfig config = RunningGateway.config(Map.of(
                "mpf.identity.issuer", "x",
                "mpf.identity.jwks-url", "http://x",
                "mpf.gateway.inner-url", "http://x",
                "mpf.gateway.rate-limits.token", Integer.toString(LIMIT),
                "mpf.gateway.rate-limits.window", window));
        return new RateLimiter(config.gateway().rateLimits());
    }

    private int take(RateLimiter limiter, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += limiter.take(ClientKind.TOKEN, client, null).allowed() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void aClientThatGoesToBothGetsItsLimitOnce() {
        int taken = 0;
        int tellings = 0;
        while (tellings++ < 30) {
            taken += take(one, 2) + take(two, 2);
            tellsOne.share();
            tellsTwo.share();
        }
        // what fits between two tellings may come on top
        assertThat(taken).isBetween(LIMIT, LIMIT + 8);
        assertThat(take(one, 1) + take(two, 1)).isZero();
    }

    @Test
    void bothInstancesToldTheSameTableAndItHoldsNoName() {
        take(one, 3);
        take(two, 4);
        tellsOne.share();
        tellsTwo.share();
        assertThat(sql.first(
                        "SELECT count(*) FROM rate_usage WHERE client LIKE ?",
                        row -> row.getLong(1),
                        "%" + client + "%"))
                .contains(0L);
        assertThat(sql.first("SELECT count(*) FROM rate_usage WHERE used = 7", row -> row.getLong(1))
                        .orElse(0L))
                .isPositive();
    }

    @Test
    void whoHasUsedItsLimitUpOnOneIsRefusedByTheOther() {
        assertThat(take(one, LIMIT + 5)).isEqualTo(LIMIT);
        tellsOne.share();
        int onTop = 0;
        for (int telling = 0; telling < 3; telling++) {
            onTop += take(two, 2);
            tellsTwo.share();
        }
        assertThat(onTop).as("until the other was told").isEqualTo(2);
        assertThat(take(two, 1)).isZero();
    }

    /** The same holds for an instance that has just been started anew, and forgot. */
    @Test
    void anInstanceThatIsStartedAnewGoesOnWhereItStopped() {
        assertThat(take(one, LIMIT)).isEqualTo(LIMIT);
        tellsOne.share();
        RateLimiter anew = limiter();
        assertThat(take(anew, 1)).isEqualTo(1);
        new SharedUsage(database, anew, web).share();
        assertThat(take(anew, 1)).isZero();
    }

    @Test
    void whatWasUsedElsewhereAndHasComeBackIsNotHeldAgainstAClient() {
        RateLimiter fast = limiter("200ms");
        RateLimiter other = limiter("200ms");
        assertThat(take(fast, LIMIT)).isEqualTo(LIMIT);
        new SharedUsage(database, fast, web).share();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> fast.take(ClientKind.TOKEN, client, null).remaining() >= LIMIT - 2);
        assertThat(take(other, 1)).isEqualTo(1);
        new SharedUsage(database, other, web).share();
        assertThat(other.take(ClientKind.TOKEN, client, null).remaining())
                .as("all but what it has just taken")
                .isGreaterThanOrEqualTo(LIMIT - 4);
    }
}
