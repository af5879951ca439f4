package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.web.sql.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the audit trail keeps of the people behind clients and webhooks, and of those who read of them. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X11")
class PartnerTrailTest {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String FIRST = "zdenka.first@trail.example";
    private static final String SECOND = "zoltan.second@trail.example";
    private static final String OWNER = "it-of-the-trail";

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    Sql sql;

    private RequestSpecification as(String subject, String role) {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject(subject).claim("roles", List.of(role))));
    }

    private RequestSpecification owner() {
        return as(OWNER, "partner");
    }

    private JsonPath trail(String type, String id) {
        return as("auditor-of-trails", "auditor")
                .queryParam("objectType", type)
                .queryParam("objectId", id)
                .queryParam("orderBy", "recordedAt")
                .get("/v1/audit/gateway")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @BeforeEach
    void theTablesComeAMomentAfterThePort() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> owner().get("/v1/webhooks").statusCode() == 200);
    }

    private long entriesNaming(String text) {
        return sql.first(
                        "SELECT count(*) FROM audit_entry WHERE strpos(concat(before, after, reason), ?) > 0",
                        row -> row.getLong(1),
                        text)
                .orElseThrow();
    }

    @Test
    void aContactsAddressStandsInItAsAFingerprintThatShowsWhetherItChanged() {
        String id = owner().body(Map.of("name", "Trail", "contact", FIRST, "scopes", List.of("projects:read")))
                .post("/v1/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String client = "/v1/api-clients/" + id;
        patch(client, 1, Map.of("name", "Trailer"));
        patch(client, 2, Map.of("contact", SECOND));
        owner().header("If-Match", "\"3\"").delete(client).then().statusCode(204);

        JsonPath trail = trail("api-client", id);
        assertThat(trail.<String>getList("items.action"))
                .containsExactly(
                        "api-client.registered", "api-client.revised", "api-client.revised", "api-client.closed");
        List<String> after = trail.getList("items.after.contact");
        assertThat(after.getFirst()).matches("[0-9a-f]{64}").isEqualTo(after.get(1));
        assertThat(after.get(2))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(after.getFirst())
                .isEqualTo(after.get(3));
        assertThat(trail.getString("items[2].before.contact")).isEqualTo(after.getFirst());
        assertThat(trail.getString("items[1].after.name")).isEqualTo("Trailer");
        assertThat(trail.getString("items[0].actor")).isEqualTo(OWNER);
        assertThat(entriesNaming("trail.example")).isZero();
    }

    @Test
    void theSameAddressAtAnotherObjectHasAnotherFingerprint() {
        String id = owner().body(Map.of("url", "http://127.0.0.1:1/trail", "contact", FIRST))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String webhook = "/v1/webhooks/" + id;
        patch(webhook, 1, Map.of("contact", SECOND));
        as("administrator", "administrator")
                .header("If-Match", "\"2\"")
                .post(webhook + ":disable")
                .then()
                .statusCode(200);
        owner().header("If-Match", "\"3\"").delete(webhook).then().statusCode(204);
        String other = owner().body(Map.of("url", "http://127.0.0.1:1/trail", "contact", FIRST))
                .post("/v1/webhooks")
                .path("id");

        JsonPath trail = trail("webhook", id);
        assertThat(trail.<String>getList("items.action"))
                .containsExactly("webhook.subscribed", "webhook.revised", "webhook.disabled", "webhook.removed");
        assertThat(trail.getString("items[3].before.contact"))
                .isEqualTo(trail.getString("items[1].after.contact"))
                .isNotEqualTo(trail.getString("items[0].after.contact"));
        assertThat(trail("webhook", other).getString("items[0].after.contact"))
                .isNotEqualTo(trail.getString("items[0].after.contact"));
        assertThat(entriesNaming("trail.example")).isZero();
        assertThat(entriesNaming(OWNER)).as("who owns it is in no state").isZero();
    }

    @Test
    void whoReadsAContactIsRecordedAndTheAnswerIsStoredNowhere() {
        String client = owner().body(Map.of("name", "Read", "contact", FIRST, "scopes", List.of("projects:read")))
                .post("/v1/api-clients")
                .path("id");
        String webhook = owner().body(Map.of("url", "http://127.0.0.1:1/trail", "contact", FIRST))
                .post("/v1/webhooks")
                .path("id");
        long clients = lists("api-client");
        long webhooks = lists("webhook");
        for (String read :
                List.of("/v1/api-clients", "/v1/webhooks", "/v1/api-clients/" + client, "/v1/webhooks/" + webhook)) {
            as("reader", "administrator").get(read).then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        }
        as("reader", "administrator")
                .get("/v1/webhooks/" + webhook + "/deliveries")
                .then()
                .statusCode(200);
        assertThat(trail("api-client", client).<String>getList("items.action"))
                .containsExactly("api-client.registered", "api-client.read");
        assertThat(trail("api-client", client).<String>getList("items.actor")).contains("reader");
        assertThat(trail("webhook", webhook).<String>getList("items.action"))
                .containsExactly("webhook.subscribed", "webhook.read");
        assertThat(lists("api-client")).isEqualTo(clients + 1);
        assertThat(lists("webhook")).isEqualTo(webhooks + 1);
    }

    /** How often the list was read by the reader. */
    private long lists(String what) {
        return sql.first(
                        "SELECT count(*) FROM audit_entry WHERE action = ? AND object_id = 'all' AND actor = 'reader'",
                        row -> row.getLong(1),
                        what + ".read")
                .orElseThrow();
    }

    private void patch(String path, int version, Map<String, Object> change) {
        owner().contentType(MERGE_PATCH)
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .patch(path)
                .then()
                .statusCode(200);
    }
}
