package eu.mpf.gateway.policy.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import eu.mpf.gateway.policy.auth.TokenChecks.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The memory of verified tokens is bounded, and so are the patience with bad ones and the work on new ones. */
class TokenChecksTest {

    private static final int MOST = 50;
    private static final Duration TICK = Duration.ofMillis(1);

    private final HandClock clock = new HandClock();
    private final Signer signer =
            new Signer("gateway.limits.tokens", Integer.toString(MOST), "gateway.limits.bad-tokens", "3");
    private final TokenChecks checks = checks(null);

    private TokenChecks checks(TokenVerifier own) {
        return new TokenChecks(signer.verifier(), own, signer.config(), clock, clock::nanos);
    }

    @AfterEach
    void close() {
        checks.close();
    }

    private Outcome verify(String token) {
        return checks.verify(token, TokenChecks.fingerprint(token), "192.0.2.7");
    }

    private Caller known(String token) {
        return checks.known(TokenChecks.fingerprint(token));
    }

    private static Caller caller(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).caller();
    }

    @Test
    void aTokenIsVerifiedOnceAndThenKnown() {
        String token = signer.token();
        assertThat(known(token)).isNull();
        Caller caller = caller(verify(token));
        assertThat(caller.subject()).isEqualTo("rapporteur");
        assertThat(known(token)).isSameAs(caller);
        signer.fail(new KeySourceException("the keys are not asked for again", null));
        assertThat(caller(verify(token))).isSameAs(caller);
        assertThat(known(signer.token(claims -> claims.subject("another")))).isNull();
    }

    @Test
    void manyDistinctTokensNeverFillMoreThanTheConfiguredMemory() {
        for (int i = 0; i < 6 * MOST; i++) {
            String subject = "subject-" + i;
            assertThat(caller(verify(signer.token(claims -> claims.subject(subject))))
                            .subject())
                    .isEqualTo(subject);
            assertThat(checks.remembered()).as("after %d tokens", i + 1).isBetween(1L, (long) MOST);
        }
        assertThat(checks.remembered()).isEqualTo(MOST);
    }

    @Test
    void badTokensFillNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(verify("bad." + i)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(checks.remembered()).isZero();
    }

    @Test
    void anExpiredTokenIsNoLongerKnownOnceTheClocksTolerateItNoMore() {
        Instant end = clock.instant().plusSeconds(100);
        String token = signer.token(claims -> claims.expirationTime(Date.from(end)));
        caller(verify(token));
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(end.getEpochSecond()));
        clock.pass(left.plusSeconds(30));
        assertThat(known(token)).as("half a minute is tolerated").isNotNull();
        clock.pass(TICK);
        assertThat(known(token)).isNull();
    }

    @Test
    void rememberedTokensLeaveTheMemoryAfterFiveMinutesThoughNobodyAsksForThem() {
        String first = signer.token(claims -> claims.subject("first"));
        caller(verify(first));
        for (int i = 0; i < 20; i++) {
            String subject = "subject-" + i;
            caller(verify(signer.token(claims -> claims.subject(subject))));
        }
        clock.pass(Duration.ofMinutes(5).minus(TICK));
        assertThat(known(first)).isNotNull();
        assertThat(checks.remembered()).isEqualTo(21);
        clock.pass(TICK);
        assertThat(known(first))
                .as("verified anew now and then, should its key have been withdrawn")
                .isNull();
        caller(verify(signer.token()));
        assertThat(checks.remembered()).isEqualTo(1);
    }

    @Test
    void anAddressThatShowedTooManyBadTokensIsSuspectForASecond() {
        for (int i = 0; i < 3; i++) {
            assertThat(checks.isSuspect("192.0.2.7")).as("after %d", i).isFalse();
            assertThat(verify("bad." + i)).isEqualTo(new Outcome.Refused("The token cannot be verified."));
        }
        assertThat(checks.isSuspect("192.0.2.7")).isTrue();
        assertThat(checks.isSuspect("192.0.2.8")).isFalse();
        clock.pass(Duration.ofSeconds(1).minus(TICK));
        assertThat(checks.isSuspect("192.0.2.7")).isTrue();
        clock.pass(TICK);
        assertThat(checks.isSuspect("192.0.2.7")).isFalse();
        checks.noteBad("192.0.2.7");
        assertThat(checks.isSuspect("192.0.2.7")).as("it begins anew").isFalse();
    }

    @Test
    void attackersFromManyAddressesFillNoMoreThanTheirShareOfMemory() {
        for (int i = 0; i < 15_000; i++) {
            checks.noteBad("2001:db8::" + i);
        }
        assertThat(checks.suspects()).isBetween(9_900L, 10_000L);
    }

    @Test
    void whenTheKeysCannotBeHadTheTokenIsNotHeldAgainstAnybody() {
        signer.fail(new KeySourceException("the issuer is away", null));
        for (int i = 0; i < 5; i++) {
            assertThat(verify(signer.token())).isEqualTo(new Outcome.Unknown());
        }
        assertThat(checks.isSuspect("192.0.2.7")).isFalse();
        assertThat(checks.remembered()).isZero();
    }

    @Test
    void theTokensOfThisInstanceAreCheckedWithItsOwnKeysAndNoOthersAre() {
        Signer own = new Signer("identity.gateway-issuer", "https://own.example");
        try (TokenChecks both = checks(own.verifier())) {
            signer.fail(new KeySourceException("the issuer is away", null));
            String mine = own.token();
            assertThat(both.verify(mine, TokenChecks.fingerprint(mine), "")).isInstanceOf(Outcome.Accepted.class);
            String theirs = signer.token();
            assertThat(both.verify(theirs, TokenChecks.fingerprint(theirs), "")).isInstanceOf(Outcome.Unknown.class);
        }
        String mine = own.token();
        assertThat(verify(mine)).as("without a verifier of its own").isNotInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aTokenIsVerifiedOnTheClockOfThePlatformWithoutATicker() {
        try (TokenChecks plain = new TokenChecks(signer.verifier(), signer.config(), clock)) {
            String token = signer.token();
            caller(plain.verify(token, TokenChecks.fingerprint(token), ""));
            assertThat(plain.known(TokenChecks.fingerprint(token))).isNotNull();
        }
    }

    @Test
    void answersComeFromThePoolAndTooManyQuestionsAreTurnedAway() throws Exception {
        CountDownLatch keys = signer.shut();
        CompletableFuture<String> told = new CompletableFuture<>();
        checks.check(
                signer.token(),
                "first",
                "192.0.2.7",
                outcome -> told.complete(Thread.currentThread().getName() + " " + outcome));
        String token = signer.token();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_100; i++) {
                        checks.check(token, "more", "192.0.2.7", outcome -> {});
                    }
                })
                .isInstanceOf(RejectedExecutionException.class);
        keys.countDown();
        assertThat(told.get(10, TimeUnit.SECONDS)).startsWith("gateway-token-").contains("rapporteur");
        checks.close();
        assertThatThrownBy(() -> checks.check(token, "late", "192.0.2.7", outcome -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void theMemoryHoldsTheSha256OfATokenNotTheToken() {
        assertThat(TokenChecks.fingerprint("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
