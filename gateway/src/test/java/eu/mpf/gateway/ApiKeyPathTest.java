package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import eu.mpf.gateway.policy.auth.KeyRecord;
import eu.mpf.gateway.policy.auth.KeyText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** API keys on the forwarding path: what a service sees of them, and what becomes of bad ones. */
@Tag("X16")
class ApiKeyPathTest {

    private final Map<String, KeyRecord> stored = new ConcurrentHashMap<>();
    private final KeyText key = KeyText.create();
    private boolean databaseAway;
    private Issuer issuer;
    private RawUpstream upstream;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
        upstream = new RawUpstream();
        gateway = new RunningGateway(upstream.port(), issuer, this::find, "gateway.keys.fresh", "50ms");
        store(key, Instant.now().plusSeconds(600), "projects:read");
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        upstream.close();
        issuer.close();
    }

    private Optional<KeyRecord> find(String prefix) {
        if (databaseAway) {
            throw new IllegalStateException("the database is away");
        }
        return Optional.ofNullable(stored.get(prefix));
    }

    private void store(KeyText text, Instant end, String... scopes) {
        stored.put(
                text.prefix(),
                new KeyRecord(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "mirror",
                        "LV-SBG",
                        List.of("partner"),
                        List.of(scopes),
                        text.hash(),
                        end,
                        null));
    }

    private Answer get(String sent, String... more) throws Exception {
        String[] headers = java.util.Arrays.copyOf(more, more.length + 1);
        headers[more.length] = "X-API-Key: " + sent;
        return RawClient.get(gateway.port, "/v1/projects", headers);
    }

    @Test
    void theServiceGetsATokenInPlaceOfTheKey() throws Exception {
        assertThat(get(key.whole()).status()).isEqualTo(200);
        RawUpstream.Received received = upstream.next();
        assertThat(received.all("Authorization")).containsExactly("Bearer token-for-mirror");
        assertThat(received.all("X-API-Key")).isEmpty();
    }

    @Test
    void everyBadKeyIsRefusedAndNothingReachesTheService() throws Exception {
        KeyText expired = KeyText.create();
        store(expired, Instant.now().minusSeconds(1), "projects:read");
        String other = KeyText.create().whole();
        String swapped = key.prefix() + other.substring(key.prefix().length());
        for (String bad : new String[] {
            "",
            "mpf_",
            "secret",
            other,
            swapped,
            expired.whole(),
            key.whole() + "x",
            key.whole().substring(1),
            key.whole().toUpperCase(java.util.Locale.ROOT),
            key.prefix(),
            "x".repeat(58)
        }) {
            Answer answer = get(bad);
            assertThat(answer.status()).as(bad).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":\"unauthenticated\"").doesNotContain(key.whole());
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void aKeyAndATokenTogetherAreRefused() throws Exception {
        assertThat(get(key.whole(), "Authorization: Bearer " + issuer.token()).status())
                .isEqualTo(401);
        assertThat(get(key.whole(), "X-API-Key: " + key.whole()).status()).isEqualTo(401);
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void aKeyDoesNoMoreThanItsScopesSay() throws Exception {
        Answer write = RawClient.post(gateway.port, "/v1/projects", "{}", "X-API-Key: " + key.whole());
        assertThat(write.status()).isEqualTo(403);
        assertThat(write.body()).contains("insufficient-scope", "projects:write");
        assertThat(write.header("WWW-Authenticate").orElseThrow()).contains("insufficient_scope");
        assertThat(upstream.untouched()).isTrue();
        KeyText writer = KeyText.create();
        store(writer, Instant.now().plusSeconds(600), "projects:write");
        assertThat(RawClient.post(gateway.port, "/v1/projects", "{}", "X-API-Key: " + writer.whole())
                        .status())
                .isEqualTo(200);
        upstream.next();
        for (String closed : new String[] {"/v1/api-clients", "/v1/data-subject-requests", "/v1/audit/gateway"}) {
            assertThat(RawClient.get(gateway.port, closed, "X-API-Key: " + writer.whole())
                            .status())
                    .as(closed)
                    .isEqualTo(403);
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void aRevokedKeyEndsWithinMomentsAndAKnownOneServesWhileTheDatabaseIsAway() throws Exception {
        assertThat(get(key.whole()).status()).isEqualTo(200);
        databaseAway = true;
        org.awaitility.Awaitility.await()
                .during(java.time.Duration.ofMillis(200))
                .atMost(java.time.Duration.ofSeconds(2))
                .until(() -> get(key.whole()).status() == 200);
        assertThat(get(KeyText.create().whole()).status()).as("never seen").isEqualTo(503);
        databaseAway = false;
        stored.clear();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(5))
                .until(() -> get(key.whole()).status() == 401);
    }

    @Test
    @Tag("X17")
    void scopesOfATokenLimitItOnlyIfTheyAreThePlatforms() throws Exception {
        for (Map.Entry<String, Integer> scope : Map.of(
                        "openid profile", 200, "projects:write", 200, "projects:read", 403, "calls:write", 403)
                .entrySet()) {
            String token = issuer.token(claims -> claims.claim("scope", scope.getKey()));
            assertThat(RawClient.post(gateway.port, "/v1/projects", "{}", "Authorization: Bearer " + token)
                            .status())
                    .as(scope.getKey())
                    .isEqualTo(scope.getValue());
        }
    }
}
