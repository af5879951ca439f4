package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mpf.gateway.identity.KeyTokens;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.gateway.partner.ApiKeyTable;
import eu.mpf.gateway.partner.KeyUses;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Partners register programs and hold keys, through the public port. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X16")
class ApiClientsTest {

    private static final String CLIENTS = "/v1/api-clients";

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    ApiKeyTable keys;

    @Inject
    KeyTokens tokens;

    @Inject
    KeyUses uses;

    @Inject
    AgroalDataSource database;

    private RequestSpecification anonymous() {
        return FrontDoor.api(gateway.port());
    }

    private RequestSpecification of(String organisation) {
        return anonymous()
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject("it-of-" + organisation)
                        .claim("roles", List.of("partner"))
                        .claim("organisation", organisation)));
    }

    private String client(String organisation, String... scopes) {
        // the tables come a moment after the port
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> of(organisation).get(CLIENTS).statusCode() == 200);
        return of(organisation)
                .body(Map.of("name", "Mirror", "contact", "it@" + organisation + ".example", "scopes", List.of(scopes)))
                .post(CLIENTS)
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.containsString(CLIENTS + "/"))
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
    }

    private Response issue(String organisation, String client) {
        return of(organisation).body(Map.of()).post(CLIENTS + "/" + client + "/keys");
    }

    @Test
    void aKeyIsShownOnceOpensWhatItsScopesSayAndNothingElse() {
        String client = client("LV-A", "changes:read");
        Response issued = issue("LV-A", client);
        issued.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("key", startsWith("mpf_"))
                .body("state", equalTo("LIVE"));
        String key = issued.path("key");
        of("LV-A")
                .get(CLIENTS + "/" + client + "/keys/" + issued.path("id"))
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("prefix", equalTo(key.substring(0, key.indexOf('_', 4))));
        anonymous()
                .header("X-API-Key", key)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("organisation", equalTo("LV-A"))
                .body("roles", contains("partner"))
                .body("scopes", contains("changes:read"))
                .body("limit.policy", equalTo("key"))
                .body("limit.requests", equalTo(1200))
                .body("subject", equalTo("client:" + client));
        anonymous().header("X-API-Key", key).get("/v1/changes").then().statusCode(200);
        anonymous()
                .header("X-API-Key", key)
                .get("/v1/webhooks")
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient-scope"));
        anonymous().header("X-API-Key", key).get(CLIENTS).then().statusCode(403);
    }

    @Test
    void onlyItsHashIsStored() throws Exception {
        String client = client("LV-B", "projects:read");
        String key = issue("LV-B", client).path("key");
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM api_key k WHERE k::text LIKE '%' || ? || '%' OR encode(hash, 'escape') LIKE ?")) {
            statement.setString(1, key.substring(key.lastIndexOf('_') + 1));
            statement.setString(2, key);
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    @Test
    void twoKeysLiveAtATimeAndARotatedOneServesOnBesideItsSuccessor() {
        String client = client("LV-C", "search:read");
        Response first = issue("LV-C", client);
        String keysOf = CLIENTS + "/" + client + "/keys";
        String old = keysOf + "/" + first.path("id");
        of("LV-C").post(old + ":rotate").then().statusCode(428);
        Response second = of("LV-C").header("If-Match", "\"1\"").post(old + ":rotate");
        second.then().statusCode(201).body("key", notNullValue());
        for (String key : List.<String>of(first.path("key"), second.path("key"))) {
            anonymous().header("X-API-Key", key).get("/v1/me").then().statusCode(200);
        }
        issue("LV-C", client).then().statusCode(409).body("code", equalTo("key-limit"));
        of("LV-C").header("If-Match", "\"1\"").post(old + ":revoke").then().statusCode(412);
        of("LV-C")
                .header("If-Match", "\"2\"")
                .post(old + ":revoke")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        anonymous()
                .header("X-API-Key", first.<String>path("key"))
                .get("/v1/me")
                .then()
                .statusCode(401);
        anonymous()
                .header("X-API-Key", second.<String>path("key"))
                .get("/v1/me")
                .then()
                .statusCode(200);
        of("LV-C")
                .header("If-Match", "\"3\"")
                .post(old + ":rotate")
                .then()
                .statusCode(409)
                .body("code", equalTo("key-state"));
        issue("LV-C", client).then().statusCode(201);
        of("LV-C").get(keysOf).then().body("items", hasSize(3));
    }

    @Test
    void othersNeitherSeeNorTouchAClient() {
        String client = client("LV-D", "projects:read");
        String id = issue("LV-D", client).path("id");
        String path = CLIENTS + "/" + client;
        for (String foreign : List.of(path, path + "/keys", path + "/keys/" + id)) {
            of("LT-X").get(foreign).then().statusCode(404);
        }
        of("LT-X").header("If-Match", "\"1\"").delete(path).then().statusCode(404);
        of("LT-X")
                .header("If-Match", "\"1\"")
                .post(path + "/keys/" + id + ":revoke")
                .then()
                .statusCode(404);
        of("LT-X").get(CLIENTS).then().body("items.id", not(hasItem(client)));
        of("LV-D").get(CLIENTS).then().body("items.id", hasItem(client));
        anonymous().get(path).then().statusCode(401);
        anonymous()
                .auth()
                .oauth2(issuer.token(claims -> claims.claim("roles", List.of("evaluator"))))
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void scopesTakenFromAClientAreTakenFromItsKeysAndClosingItEndsThem() {
        String client = client("LV-E", "changes:read", "webhooks:read");
        String key = issue("LV-E", client).path("key");
        anonymous().header("X-API-Key", key).get("/v1/webhooks").then().statusCode(200);
        of("LV-E")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(Map.of("scopes", List.of("changes:read")))
                .patch(CLIENTS + "/" + client)
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        anonymous().header("X-API-Key", key).get("/v1/webhooks").statusCode() == 403);
        of("LV-E")
                .header("If-Match", "\"2\"")
                .delete(CLIENTS + "/" + client)
                .then()
                .statusCode(204);
        anonymous().header("X-API-Key", key).get("/v1/me").then().statusCode(401);
        issue("LV-E", client).then().statusCode(409).body("code", equalTo("client-closed"));
    }

    @Test
    void badDetailsAreRefusedWithThePointerToEach() {
        client("LV-F", "projects:read");
        of("LV-F")
                .body(Map.of("name", "", "contact", "nobody", "scopes", List.of()))
                .post(CLIENTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.hasItems("/name", "/contact", "/scopes"));
        of("LV-F")
                .body(Map.of("name", "x", "contact", "a@b.example", "scopes", List.of("administration:write")))
                .post(CLIENTS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/scopes/0"));
        String client = client("LV-F", "projects:read");
        of("LV-F")
                .body(Map.of("scopes", List.of("calls:write"), "expiresAt", "2020-01-01T00:00:00.000Z"))
                .post(CLIENTS + "/" + client + "/keys")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/scopes/0", "/expiresAt"));
    }

    @Test
    void theTokenMadeOfAKeyIsSignedWithAPublishedKeyAndNotTakenFromOutside() throws Exception {
        String client = client("LV-G", "projects:read");
        String key = issue("LV-G", client).path("key");
        String token = tokens.mint(
                        keys.find(key.substring(0, key.indexOf('_', 4))).orElseThrow())
                .token();
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet published = JWKSet.parse(FrontDoor.unchecked(gateway.port())
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        ECKey signer = published.getKeyByKeyId(jwt.getHeader().getKeyID()).toECKey();
        assertThat(signer.isPrivate()).isFalse();
        assertThat(jwt.verify(new ECDSAVerifier(signer))).isTrue();
        assertThat(jwt.getJWTClaimsSet().getStringClaim("organisation")).isEqualTo("LV-G");
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("mpf");
        anonymous().auth().oauth2(token).get("/v1/me").then().statusCode(401);
    }

    @Test
    void whenAKeyWasLastUsedIsTold() {
        String client = client("LV-H", "projects:read");
        Response issued = issue("LV-H", client);
        anonymous()
                .header("X-API-Key", issued.<String>path("key"))
                .get("/v1/me")
                .then()
                .statusCode(200);
        uses.write();
        of("LV-H")
                .get(CLIENTS + "/" + client + "/keys/" + issued.path("id"))
                .then()
                .body("lastUsedAt", notNullValue());
    }

    private RequestSpecification administrator() {
        return anonymous()
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject("administrator")
                        .claim("roles", List.of("administrator"))
                        .claim("organisation", null)));
    }

    @Test
    @Tag("X26")
    void anAdministratorGivesOneClientALimitOfItsOwnAndTheUsualOneAgain() {
        String client = client("LV-I", "projects:read");
        String key = issue("LV-I", client).path("key");
        String limit = CLIENTS + "/" + client + "/rate-limit";
        Map<String, ?> three = Map.of("requests", 3, "reason", "Asks every second");
        of("LV-I").header("If-Match", "\"1\"").body(three).put(limit).then().statusCode(403);
        administrator().body(three).put(limit).then().statusCode(428);
        administrator()
                .header("If-Match", "\"1\"")
                .body(Map.of("requests", 0))
                .put(limit)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/requests"));
        administrator()
                .header("If-Match", "\"1\"")
                .body(three)
                .put(limit)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("rateLimit", equalTo(3));
        of("LV-I").get(CLIENTS + "/" + client).then().body("rateLimit", equalTo(3));
        for (int left = 2; left >= 0; left--) {
            anonymous()
                    .header("X-API-Key", key)
                    .get("/v1/me")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"key\";q=3;w=60")
                    .header("RateLimit", startsWith("\"key\";r=" + left));
        }
        anonymous()
                .header("X-API-Key", key)
                .get("/v1/me")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
        administrator()
                .get("/v1/audit/gateway?objectType=api-client&objectId=" + client)
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'api-client.limited' }.reason", equalTo("Asks every second"));
        administrator().header("If-Match", "\"2\"").delete(limit).then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> anonymous()
                        .header("X-API-Key", key)
                        .get("/v1/me")
                        .then()
                        .statusCode(200)
                        .header("RateLimit-Policy", "\"key\";q=1200;w=60"));
    }

    @Test
    @Tag("X26")
    void anAdministratorFindsTheClientsOfAnOrganisationAndClosesOne() {
        String client = client("LV-K", "projects:read");
        administrator()
                .queryParam("organisation", "LV-K")
                .get(CLIENTS)
                .then()
                .statusCode(200)
                .body("items.id", contains(client));
        of("LT-X")
                .queryParam("organisation", "LV-K")
                .get(CLIENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        administrator()
                .header("If-Match", "\"1\"")
                .delete(CLIENTS + "/" + client)
                .then()
                .statusCode(204);
        of("LV-K").get(CLIENTS + "/" + client).then().body("status", equalTo("CLOSED"));
    }
}
