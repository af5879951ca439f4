package eu.mpf.gateway.policy.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.TrustedPeers;
import eu.mpf.gateway.policy.auth.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each kind of client has a limit of its own and is told where it stands. */
@Tag("X18")
class RateLimitPolicyTest {

    private final HandMeter clock = new HandMeter();
    private final RateLimitPolicy policy = new RateLimitPolicy(
            new RateLimiter(
                    Rehearsal.config(
                                    "gateway.rate-limits.window", "90s",
                                    "gateway.rate-limits.anonymous", "2",
                                    "gateway.rate-limits.token", "3",
                                    "gateway.rate-limits.key", "4")
                            .gateway()
                            .rateLimits(),
                    clock),
            new TrustedPeers(List.of("10.0.0.0/8")));

    private Rehearsal ask(Caller caller, String address) {
        Rehearsal request = Rehearsal.get("/v1/projects").from("10.0.0.1").header("X-Forwarded-For", address);
        request.exchange().caller(caller);
        return request.through(policy);
    }

    private static Caller caller(String subject, boolean key, Integer own) {
        UUID client = key ? UUID.randomUUID() : null;
        return new Caller(subject, null, Set.of(), null, List.of(), Instant.MAX, client, own);
    }

    @Test
    void whoHasNoCredentialIsCountedByItsAddressAndTurnedAwayBeyondTheLimit() {
        Rehearsal first = ask(Caller.ANONYMOUS, "192.0.2.1");
        assertThat(first.passed()).isTrue();
        assertThat(first.answer("RateLimit-Policy")).isEqualTo("\"anonymous\";q=2;w=90");
        assertThat(first.answer("RateLimit")).isEqualTo("\"anonymous\";r=1;t=45");
        assertThat(first.answer("Retry-After")).isNull();
        assertThat(ask(Caller.ANONYMOUS, "192.0.2.1").passed()).isTrue();
        Rehearsal third = ask(Caller.ANONYMOUS, "192.0.2.1");
        assertThat(third.passed()).isFalse();
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.problem()).isEqualTo("too-many-requests");
        assertThat(third.detail()).isEqualTo("At most 2 requests in 90 seconds are served to one client.");
        assertThat(third.answer("RateLimit")).isEqualTo("\"anonymous\";r=0;t=90");
        assertThat(third.answer("Retry-After")).isEqualTo("45");
        assertThat(ask(Caller.ANONYMOUS, "192.0.2.2").passed())
                .as("another client")
                .isTrue();
        clock.pass(Duration.ofSeconds(45));
        assertThat(ask(Caller.ANONYMOUS, "192.0.2.1").passed())
                .as("45 seconds later")
                .isTrue();
    }

    @Test
    void whoHasATokenIsCountedByItsSubjectWhereverItIs() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(caller("a", false, null), "192.0.2." + i).passed()).isTrue();
        }
        Rehearsal fourth = ask(caller("a", false, null), "192.0.2.9");
        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.answer("RateLimit-Policy")).isEqualTo("\"token\";q=3;w=90");
        assertThat(ask(caller("b", false, null), "192.0.2.9").passed()).isTrue();
    }

    @Test
    void aKeyHasItsClientsOwnLimitOrTheUsualOne() {
        assertThat(ask(caller("client:1", true, null), "192.0.2.1").answer("RateLimit-Policy"))
                .isEqualTo("\"key\";q=4;w=90");
        Rehearsal own = ask(caller("client:2", true, 9), "192.0.2.1");
        assertThat(own.answer("RateLimit-Policy")).isEqualTo("\"key\";q=9;w=90");
        assertThat(own.answer("RateLimit")).isEqualTo("\"key\";r=8;t=10");
    }

    @Test
    void nobodyTakesFromAnothersBucketByANameThatLooksLikeAnAddress() {
        for (int i = 0; i < 3; i++) {
            ask(caller("192.0.2.1", false, null), "192.0.2.77");
            ask(caller("s 192.0.2.1", false, null), "192.0.2.77");
        }
        assertThat(ask(Caller.ANONYMOUS, "192.0.2.1").passed()).isTrue();
    }
}
