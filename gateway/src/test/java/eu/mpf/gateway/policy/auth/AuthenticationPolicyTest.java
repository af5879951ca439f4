package eu.mpf.gateway.policy.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.KeySourceException;
import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.TrustedPeers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request with a credential, with none, and with one too many. On an event loop, without a network. */
@Tag("X16")
class AuthenticationPolicyTest {

    private static Vertx vertx;
    private static Context loop;

    private final HandClock clock = new HandClock();
    private final Signer signer = new Signer("gateway.limits.bad-tokens", "2");
    private final TokenChecks tokens = new TokenChecks(signer.verifier(), null, signer.config(), clock, clock::nanos);
    private final Map<String, KeyRecord> stored = new HashMap<>();
    private final KeyText key = KeyText.create();
    private volatile CountDownLatch database = new CountDownLatch(0);
    private volatile boolean away;
    private final ApiKeyChecks keys = new ApiKeyChecks(this::read, this::mint, clock, Duration.ofSeconds(15));
    private final AuthenticationPolicy policy =
            new AuthenticationPolicy(tokens, keys, new TrustedPeers(List.of("10.0.0.0/8")));

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        loop = vertx.getOrCreateContext();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        tokens.close();
        keys.close();
    }

    private Optional<KeyRecord> read(String prefix) {
        try {
            database.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return Optional.ofNullable(stored.get(prefix));
    }

    private ApiKeyChecks.Minted mint(KeyRecord record) {
        return new ApiKeyChecks.Minted(
                "made-for-" + record.clientName(),
                new Caller(
                        "client:" + record.clientId(),
                        null,
                        Set.of(),
                        null,
                        List.of(),
                        Instant.MAX,
                        record.clientId(),
                        null));
    }

    private void store(KeyText text) {
        stored.put(
                text.prefix(),
                new KeyRecord(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "mirror",
                        null,
                        List.of(),
                        List.of(),
                        text.hash(),
                        clock.instant().plusSeconds(600),
                        null));
    }

    private static <T> T onLoop(Callable<T> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(nothing -> {
            try {
                done.complete(action.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(10, TimeUnit.SECONDS);
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(3));
    }

    /** Asks, and waits for what becomes of it. */
    private Rehearsal ask(Rehearsal request) throws Exception {
        onLoop(() -> request.through(policy));
        soon().until(() -> onLoop(() -> request.passed() || request.ended()));
        return request;
    }

    private Rehearsal withToken(String token) throws Exception {
        return ask(Rehearsal.get("/v1/projects").header("Authorization", "Bearer " + token));
    }

    private Rehearsal withKey(String text) throws Exception {
        return ask(Rehearsal.get("/v1/projects").header("X-API-Key", text));
    }

    private static void isRefused(Rehearsal asked, String detail) {
        assertThat(asked.passed()).isFalse();
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.problem()).isEqualTo("unauthenticated");
        assertThat(asked.detail()).isEqualTo(detail);
        assertThat(asked.answer("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(asked.exchange().caller().isAnonymous()).isTrue();
        assertThat(asked.exchange().bearer()).isNull();
    }

    private static void isUnavailable(Rehearsal asked, String detail) {
        assertThat(asked.status()).isEqualTo(503);
        assertThat(asked.problem()).isEqualTo("unavailable");
        assertThat(asked.detail()).isEqualTo(detail);
        assertThat(asked.answer("Retry-After")).isEqualTo("2");
        assertThat(asked.answer("WWW-Authenticate")).isNull();
    }

    private static void isTooMuch(Rehearsal asked) {
        assertThat(asked.status()).isEqualTo(429);
        assertThat(asked.problem()).isEqualTo("too-many-requests");
        assertThat(asked.answer("Retry-After")).isEqualTo("1");
        assertThat(asked.pauses()).as("nothing is looked into").isZero();
    }

    @Test
    void whoHasNoCredentialGoesOnAsNobodyInParticular() throws Exception {
        Rehearsal asked = ask(Rehearsal.get("/v1/projects"));
        assertThat(asked.passed()).isTrue();
        assertThat(asked.exchange().caller().isAnonymous()).isTrue();
        assertThat(asked.pauses()).isZero();
    }

    @Test
    void aTokenIsVerifiedWhileTheBodyWaitsAndTheSecondTimeKnownAtOnce() throws Exception {
        String token = signer.token();
        Rehearsal first = withToken(token);
        assertThat(first.passed()).isTrue();
        assertThat(first.pauses()).isEqualTo(1);
        assertThat(first.exchange().caller().subject()).isEqualTo("rapporteur");
        assertThat(first.exchange().bearer()).as("the token itself goes on").isNull();
        Rehearsal second = withToken(token);
        assertThat(second.passed()).isTrue();
        assertThat(second.pauses()).isZero();
        assertThat(second.exchange().caller()).isSameAs(first.exchange().caller());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void theSchemeIsBlindToCaseAndSpaces(String scheme) throws Exception {
        assertThat(ask(Rehearsal.get("/").header("Authorization", scheme + signer.token() + " "))
                        .passed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer    ", "Basic eDp5", "Token x", "Bearerx y", "xBearer y"})
    void whatIsNoBearerTokenIsRefusedUnread(String header) throws Exception {
        Rehearsal asked = ask(Rehearsal.get("/").header("Authorization", header));
        isRefused(asked, "A bearer token is expected.");
        assertThat(asked.pauses()).isZero();
    }

    @Test
    void aTokenMayHave8192Characters() throws Exception {
        isRefused(withToken("x".repeat(8_193)), "A bearer token is expected.");
        isRefused(withToken("x".repeat(8_192)), "The token cannot be verified.");
    }

    @Test
    void twoTokensOrATokenAndAKeyAreOneTooMany() throws Exception {
        String token = "Bearer " + signer.token();
        isRefused(
                ask(Rehearsal.get("/").header("Authorization", token).header("Authorization", token)),
                "There is more than one Authorization header.");
        store(key);
        isRefused(
                ask(Rehearsal.get("/").header("Authorization", token).header("X-API-Key", key.whole())),
                "Send a token or an API key, not both.");
    }

    @Test
    void aTokenMadeOfAKeyIsForTheServicesAlone() throws Exception {
        String made = signer.token(claims -> claims.subject("client:" + UUID.randomUUID()));
        for (int i = 0; i < 2; i++) {
            isRefused(withToken(made), "Send the API key itself.");
        }
    }

    @Test
    void whileTheIssuerIsAwayTheClientIsAskedToComeAgain() throws Exception {
        signer.fail(new KeySourceException("the issuer is away", null));
        isUnavailable(withToken(signer.token()), "The identity provider cannot be reached at the moment.");
    }

    @Test
    void aKeyIsLookedUpWhileTheBodyWaitsAndATokenGoesOnInItsPlace() throws Exception {
        store(key);
        for (int time = 0; time < 2; time++) {
            Rehearsal asked = withKey(" " + key.whole() + " ");
            assertThat(asked.passed()).isTrue();
            assertThat(asked.pauses()).isEqualTo(time == 0 ? 1 : 0);
            assertThat(asked.exchange().bearer()).isEqualTo("made-for-mirror");
            assertThat(asked.exchange().caller().client()).isNotNull();
        }
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutALookUp() throws Exception {
        isRefused(withKey("mpf_secret"), "This is not an API key of this platform.");
        store(key);
        isRefused(
                ask(Rehearsal.get("/").header("X-API-Key", key.whole()).header("X-API-Key", key.whole())),
                "This is not an API key of this platform.");
    }

    @Test
    void whileTheDatabaseIsAwayAnUnknownKeyIsAskedToComeAgain() throws Exception {
        away = true;
        isUnavailable(withKey(key.whole()), "API keys cannot be looked up at the moment.");
    }

    @Test
    void anAddressWithTooManyBadTokensHasItsUnknownCredentialsTurnedAwayUnread() throws Exception {
        String good = signer.token();
        assertThat(withToken(good).passed()).isTrue();
        store(key);
        assertThat(withKey(key.whole()).passed()).isTrue();
        for (int i = 0; i < 2; i++) {
            isRefused(withToken("bad." + i), "The token cannot be verified.");
        }
        isTooMuch(withToken(signer.token(claims -> claims.subject("new"))));
        isTooMuch(withKey(KeyText.create().whole()));
        assertThat(withToken(good).passed()).as("what is known is served").isTrue();
        assertThat(withKey(key.whole()).passed()).isTrue();
        assertThat(ask(Rehearsal.get("/")
                                .from("192.0.2.8")
                                .header("Authorization", "Bearer " + signer.token(claims -> claims.subject("else"))))
                        .passed())
                .as("another address is not to blame")
                .isTrue();
        clock.pass(Duration.ofSeconds(1));
        isRefused(withToken("bad.again"), "The token cannot be verified.");
    }

    @Test
    void badKeysCountAsBadTokensDoAlsoThoseAlreadyKnownToBeBad() throws Exception {
        isRefused(withKey(key.whole()), "The API key is not known.");
        isRefused(withKey(key.whole()), "The API key is not known.");
        isTooMuch(withToken(signer.token()));
    }

    @Test
    void whoHasNoAddressIsCountedTogether() throws Exception {
        SocketAddress[] nowhere = {null, SocketAddress.domainSocketAddress("/run/x")};
        for (SocketAddress from : nowhere) {
            isRefused(ask(bad().from(from)), "The token cannot be verified.");
        }
        for (SocketAddress from : nowhere) {
            isTooMuch(ask(bad().from(from)));
        }
    }

    private static Rehearsal bad() {
        return Rehearsal.get("/").header("Authorization", "Bearer bad." + UUID.randomUUID());
    }

    @Test
    void behindATrustedProxyBadCredentialsCountAgainstTheClientThatSentThem() throws Exception {
        for (int i = 0; i < 2; i++) {
            Rehearsal one = bad().from("10.1.2.3").header("X-Forwarded-For", "203.0.113.9");
            isRefused(ask(one), "The token cannot be verified.");
        }
        isTooMuch(ask(bad().from("10.1.2.3").header("X-Forwarded-For", "203.0.113.9")));
        isRefused(
                ask(bad().from("10.1.2.3").header("X-Forwarded-For", "203.0.113.10")), "The token cannot be verified.");
        assertThat(ask(Rehearsal.get("/")
                                .from("10.1.2.3")
                                .header("X-Forwarded-For", "203.0.113.10")
                                .header("Authorization", "Bearer " + signer.token()))
                        .passed())
                .as("another client of the same proxy")
                .isTrue();
    }

    @Test
    void whenTooManyTokensWaitTheNextOneIsAskedToComeAgain() throws Exception {
        CountDownLatch gate = signer.shut();
        String token = signer.token();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_100; i++) {
                        tokens.check(token, "queued", "", outcome -> {});
                    }
                })
                .isInstanceOf(RejectedExecutionException.class);
        isUnavailable(withToken(signer.token()), "Too many tokens are waiting to be checked.");
        gate.countDown();
    }

    @Test
    void whenTooManyKeysWaitTheNextOneIsAskedToComeAgain() throws Exception {
        database = new CountDownLatch(1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 600; i++) {
                        keys.check(KeyText.create(), outcome -> {});
                    }
                })
                .isInstanceOf(RejectedExecutionException.class);
        isUnavailable(withKey(key.whole()), "Too many API keys are waiting to be checked.");
        database.countDown();
    }

    @Test
    void nothingIsSaidToAClientThatHasLeftBeforeItsTokenWasRefused() throws Exception {
        CountDownLatch gate = signer.shut();
        Rehearsal left = leaving("Authorization", "Bearer " + signer.token(claims -> claims.audience("other")));
        gate.countDown();
        soon().until(() -> tokens.suspects() == 1);
        untilTheLoopHeardOfAll();
        assertThat(left.answer().isEmpty()).isTrue();
        assertThat(left.ended()).isFalse();
    }

    @Test
    void nothingIsSaidToAClientThatHasLeftBeforeItsKeyCouldNotBeFound() throws Exception {
        database = new CountDownLatch(1);
        away = true;
        Rehearsal left = leaving("X-API-Key", key.whole());
        database.countDown();
        untilTheLoopHeardOfAll();
        assertThat(left.answer().isEmpty()).isTrue();
        assertThat(left.ended()).isFalse();
    }

    /** A request whose client leaves while its credential is looked into. */
    private Rehearsal leaving(String header, String value) throws Exception {
        Rehearsal request = Rehearsal.get("/").header(header, value);
        onLoop(() -> request.through(policy));
        onLoop(() -> {
            request.exchange().complete();
            return true;
        });
        return request;
    }

    /** Both pools have two threads and are asked in turn: what was asked before has been answered. */
    private void untilTheLoopHeardOfAll() throws Exception {
        for (int i = 0; i < 4; i++) {
            String id = "after-" + i;
            withToken(signer.token(claims -> claims.subject(id)));
            withKey(KeyText.create().whole());
        }
    }
}
