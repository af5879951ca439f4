package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may read what signs a webhook's messages, and how it is changed. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X6")
class WebhookSecretsTest {

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    private RequestSpecification owner() {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject("secret-keeper")
                        .claim("roles", List.of("partner"))
                        .claim("organisation", "LV-SECRETS")));
    }

    private RequestSpecification with(String key) {
        return FrontDoor.api(gateway.port()).header("X-API-Key", key);
    }

    private String subscribe() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> owner().get("/v1/changes").statusCode() == 200);
        String id = owner().body(Map.of("url", "http://127.0.0.1:1/hook", "contact", "it@partner.example"))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/v1/webhooks/" + id;
    }

    private String key(String... scopes) {
        String client = owner().body(Map.of("name", "x", "contact", "a@b.example", "scopes", List.of(scopes)))
                .post("/v1/api-clients")
                .path("id");
        return owner().body(Map.of())
                .post("/v1/api-clients/" + client + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private List<String> secrets(String webhook) {
        return owner().get(webhook + "/secret").then().statusCode(200).extract().path("secrets");
    }

    @Test
    void aKeyThatMayOnlyReadSeesTheWebhookAndNotWhatSigns() {
        String webhook = subscribe();
        String reads = key("webhooks:read");
        with(reads).get(webhook).then().statusCode(200);
        with(reads)
                .get(webhook + "/secret")
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient-scope"))
                .body("detail", containsString("webhooks:write"));
        with(key("webhooks:write"))
                .get(webhook + "/secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("secrets", hasSize(1));
        assertThat(secrets(webhook)).as("its owner in person").hasSize(1);
    }

    @Test
    void aSecretThatStillSignsIsNotRotatedAwayUnlessItIsToEnd() {
        String webhook = subscribe();
        String first = secrets(webhook).getFirst();
        owner().header("If-Match", "\"1\"")
                .post(webhook + ":rotate-secret")
                .then()
                .statusCode(200);
        List<String> both = secrets(webhook);
        assertThat(both).hasSize(2).endsWith(first);
        owner().header("If-Match", "\"2\"")
                .post(webhook + ":rotate-secret")
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-state"))
                .body("detail", containsString("endPrevious=true"));
        assertThat(secrets(webhook)).as("nothing has changed").isEqualTo(both);
        owner().header("If-Match", "\"2\"")
                .queryParam("endPrevious", true)
                .post(webhook + ":rotate-secret")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        assertThat(secrets(webhook)).hasSize(1).doesNotContainAnyElementsOf(both);
        owner().header("If-Match", "\"3\"")
                .post(webhook + ":rotate-secret")
                .then()
                .statusCode(200);
        assertThat(secrets(webhook)).as("the usual way again").hasSize(2);
    }
}
