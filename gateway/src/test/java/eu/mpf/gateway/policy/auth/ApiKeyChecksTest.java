package eu.mpf.gateway.policy.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.gateway.policy.auth.ApiKeyChecks.Minted;
import eu.mpf.gateway.policy.auth.ApiKeyChecks.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a key, for how long, and what becomes of it while the database is away. */
@Tag("X16")
class ApiKeyChecksTest {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration TOKEN = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofMillis(1);

    private final HandClock clock = new HandClock();
    private final Map<String, KeyRecord> stored = new HashMap<>();
    private final KeyText text = KeyText.create();
    private final UUID id = UUID.randomUUID();
    private final UUID client = UUID.randomUUID();
    private boolean away;
    private int asked;
    private int minted;
    private final ApiKeyChecks checks = new ApiKeyChecks(this::read, this::mint, clock, FRESH);

    @AfterEach
    void close() {
        checks.close();
    }

    private Optional<KeyRecord> read(String prefix) {
        asked++;
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return Optional.ofNullable(stored.get(prefix));
    }

    /** As the real one: five minutes, but no longer than the key. */
    private Minted mint(KeyRecord key) {
        minted++;
        Instant end = clock.instant().plus(TOKEN);
        Instant until = end.isBefore(key.expiresAt()) ? end : key.expiresAt();
        Caller caller = new Caller(
                "client:" + key.clientId(), null, Set.of(), null, key.scopes(), until, key.clientId(), key.rateLimit());
        return new Minted("token " + minted, caller);
    }

    private void store(Duration life, String... scopes) {
        stored.put(text.prefix(), record(life, text.hash(), scopes));
    }

    private KeyRecord record(Duration life, byte[] hash, String... scopes) {
        Instant end = clock.instant().plus(life);
        return new KeyRecord(id, client, "mirror", null, List.of(), List.of(scopes), hash, end, null);
    }

    private String token() {
        return token(checks.find(text));
    }

    private static String token(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted ? accepted.minted().token() : String.valueOf(outcome);
    }

    @Test
    void aKeyIsReadOnceAndItsTokenMadeOnce() {
        store(Duration.ofDays(1));
        assertThat(checks.known(text)).as("before anybody has asked").isNull();
        assertThat(token()).isEqualTo("token 1");
        assertThat(token(checks.known(text))).isEqualTo("token 1");
        assertThat(token()).isEqualTo("token 1");
        assertThat(asked).isEqualTo(1);
        assertThat(minted).isEqualTo(1);
    }

    @Test
    void whatWasReadIsReliedOnForAsLongAsItIsFreshAndNotLonger() {
        store(Duration.ofDays(1));
        token();
        clock.pass(FRESH);
        assertThat(checks.known(text)).isNotNull();
        clock.pass(TICK);
        assertThat(checks.known(text)).isNull();
        assertThat(token()).as("the token goes on").isEqualTo("token 1");
        assertThat(asked).isEqualTo(2);
        assertThat(checks.known(text)).isNotNull();
    }

    @Test
    void aRevokedKeyEndsWhenItIsReadAgain() {
        store(Duration.ofDays(1));
        token();
        store(Duration.ZERO);
        assertThat(checks.known(text)).isInstanceOf(Outcome.Accepted.class);
        clock.pass(FRESH.plus(TICK));
        assertThat(checks.find(text)).isEqualTo(new Outcome.Refused("The API key has expired or is revoked."));
    }

    @Test
    void aKeyChangedHereIsReadAtItsNextUse() {
        store(Duration.ofDays(1));
        token();
        stored.clear();
        checks.forget(text.prefix());
        assertThat(checks.known(text)).isNull();
        assertThat(checks.find(text)).isEqualTo(new Outcome.Refused("The API key is not known."));
    }

    @Test
    void aKeyEndsAtItsMomentThoughItWasReadBefore() {
        store(Duration.ofSeconds(10));
        token();
        clock.pass(Duration.ofSeconds(10).minus(TICK));
        assertThat(checks.known(text)).isInstanceOf(Outcome.Accepted.class);
        clock.pass(TICK);
        assertThat(checks.known(text)).isEqualTo(new Outcome.Refused("The API key has expired or is revoked."));
    }

    @Test
    void anUnknownKeyAndAWrongSecretAreRefusedAlikeAndRemembered() {
        Outcome unknown = new Outcome.Refused("The API key is not known.");
        assertThat(checks.find(text)).isEqualTo(unknown);
        assertThat(checks.known(text)).isEqualTo(unknown);
        assertThat(asked).isEqualTo(1);
        stored.put(text.prefix(), record(Duration.ofDays(1), KeyText.create().hash()));
        checks.forget(text.prefix());
        assertThat(checks.find(text)).isEqualTo(unknown);
        assertThat(minted).isZero();
    }

    @Test
    void aTokenIsMadeAnewOnlyWhenTheLastOneIsNearlyOver() {
        Duration whole = TOKEN.minusMinutes(1);
        store(Duration.ofDays(1));
        token();
        clock.pass(whole);
        assertThat(token()).as("a minute is left").isEqualTo("token 1");
        assertThat(token(checks.known(text))).isEqualTo("token 1");
        clock.pass(TICK);
        assertThat(checks.known(text)).as("nothing is made on the event loop").isNull();
        assertThat(token()).isEqualTo("token 2");
        assertThat(token(checks.known(text))).isEqualTo("token 2");
        assertThat(asked)
                .as("what was read was fresh each time, or read again once")
                .isEqualTo(2);
    }

    @Test
    void noTokenIsMadeAgainAndAgainForAKeyThatEndsItself() {
        store(Duration.ofSeconds(30));
        assertThat(token()).isEqualTo("token 1");
        clock.pass(Duration.ofSeconds(14));
        assertThat(token(checks.known(text))).isEqualTo("token 1");
        assertThat(minted).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 100, projects:read, token 1",
        "true, 101, projects:read, token 1",
        "true, 99, projects:read, token 2",
        "true, 100, projects:write, token 2",
        "false, 100, projects:read, The API key is not known."
    })
    void aTokenOutlivesAReadingOnlyIfItSaysNoMoreThanTheKeyStillDoes(
            boolean sameSecret, int seconds, String scopes, String expected) {
        Instant end = clock.instant().plusSeconds(100);
        store(Duration.ofSeconds(100), "projects:read");
        token();
        clock.pass(FRESH.plus(TICK));
        Duration life = Duration.between(clock.instant(), end.plusSeconds(seconds - 100L));
        byte[] hash = sameSecret ? text.hash() : KeyText.create().hash();
        stored.put(text.prefix(), record(life, hash, scopes));
        assertThat(token()).contains(expected);
    }

    /** Elsewhere an administrator has given the client a limit, or its owner another name, and so on. */
    @ParameterizedTest
    @ValueSource(strings = {"limit", "name", "roles", "organisation", "client"})
    void whatHasChangedForTheClientIsTakenUpWhenItsKeyIsReadAgain(String changed) {
        store(Duration.ofDays(1), "projects:read");
        token();
        KeyRecord before = stored.get(text.prefix());
        KeyRecord after = new KeyRecord(
                id,
                changed.equals("client") ? UUID.randomUUID() : client,
                changed.equals("name") ? "other" : "mirror",
                changed.equals("organisation") ? "LV-SBG" : null,
                changed.equals("roles") ? List.of("partner") : List.of(),
                before.scopes(),
                before.hash(),
                before.expiresAt(),
                changed.equals("limit") ? Integer.valueOf(7) : null);
        stored.put(text.prefix(), after);
        clock.pass(FRESH);
        assertThat(token()).as("what was read is still fresh").isEqualTo("token 1");
        clock.pass(TICK);
        assertThat(checks.find(text)).isInstanceOfSatisfying(Outcome.Accepted.class, accepted -> {
            assertThat(accepted.minted().token()).isEqualTo("token 2");
            assertThat(accepted.minted().caller().rateLimit()).isEqualTo(after.rateLimit());
        });
    }

    @Test
    void whileTheDatabaseIsAwayWhatWasKnownServesOnAndItIsAskedAgainSoon() {
        store(Duration.ofDays(1));
        token();
        clock.pass(FRESH.plus(TICK));
        away = true;
        assertThat(token()).isEqualTo("token 1");
        assertThat(asked).isEqualTo(2);
        clock.pass(Duration.ofSeconds(2));
        assertThat(checks.known(text)).isNotNull();
        clock.pass(TICK);
        assertThat(checks.known(text)).isNull();
        assertThat(token()).isEqualTo("token 1");
        assertThat(asked).isEqualTo(3);
        away = false;
        stored.clear();
        clock.pass(Duration.ofSeconds(2).plus(TICK));
        assertThat(checks.find(text)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aKeyThatWasNeverReadIsNeitherGoodNorBadWhileTheDatabaseIsAway() {
        store(Duration.ofDays(1));
        away = true;
        assertThat(checks.find(text)).isEqualTo(new Outcome.Unknown());
        away = false;
        assertThat(token()).as("and not remembered").isEqualTo("token 1");
    }

    @Test
    void usesAreToldOnceAndNotForgottenWhenAKeyIsReadAnew() {
        assertThat(checks.takeUses()).isEmpty();
        store(Duration.ofDays(1));
        token();
        Instant used = clock.instant();
        clock.pass(FRESH.plus(TICK));
        stored.put(text.prefix(), record(Duration.ofDays(1), KeyText.create().hash()));
        assertThat(checks.find(text)).isInstanceOf(Outcome.Refused.class);
        assertThat(checks.takeUses()).isEqualTo(Map.of(id, used));
        assertThat(checks.takeUses()).isEmpty();
    }

    @Test
    void aRefusedKeyIsNotUsed() {
        checks.find(text);
        store(Duration.ZERO);
        checks.forget(text.prefix());
        checks.find(text);
        assertThat(checks.takeUses()).isEmpty();
    }

    @Test
    void madeUpKeysFillNoMoreThanTheirShareOfMemory() {
        for (int i = 0; i < ApiKeyChecks.MOST + 5_000; i++) {
            checks.find(new KeyText("mpf_" + i, "mpf_" + i));
            if (i > ApiKeyChecks.MOST && i % 500 == 0) {
                assertThat(checks.remembered()).isLessThanOrEqualTo(ApiKeyChecks.MOST);
            }
        }
        assertThat(checks.remembered()).isBetween(ApiKeyChecks.MOST - 100L, (long) ApiKeyChecks.MOST);
    }

    @Test
    void answersComeFromThePoolAndTooManyQuestionsAreTurnedAway() throws Exception {
        CountDownLatch database = new CountDownLatch(1);
        try (ApiKeyChecks slow = new ApiKeyChecks(
                prefix -> {
                    await(database);
                    return Optional.empty();
                },
                this::mint,
                clock,
                FRESH)) {
            CompletableFuture<String> thread = new CompletableFuture<>();
            slow.check(text, outcome -> thread.complete(Thread.currentThread().getName() + " " + outcome));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 600; i++) {
                            slow.check(text, outcome -> {});
                        }
                    })
                    .isInstanceOf(RejectedExecutionException.class);
            database.countDown();
            assertThat(thread.get(10, TimeUnit.SECONDS))
                    .startsWith("gateway-key-")
                    .contains("Refused");
        }
        assertThatThrownBy(() -> {
                    checks.close();
                    checks.check(text, outcome -> {});
                })
                .isInstanceOf(RejectedExecutionException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
