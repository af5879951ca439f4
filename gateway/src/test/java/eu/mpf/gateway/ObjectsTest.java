package eu.mpf.gateway;

import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Tokens;
import eu.mpf.testkit.access.OwnedObject;
import eu.mpf.testkit.access.OwnershipMatrix;
import eu.mpf.web.security.Roles;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Set;

@MpfTest
@QuarkusTestResource(StubPlatform.class)
class ObjectsTest extends OwnershipMatrix {

    ObjectsTest() {
        super("gateway");
    }

    @Override
    protected List<OwnedObject> objects() {
        String client = made(
                "/v1/api-clients",
                Map.of("name", "Mirror", "contact", "desk@mirror.example", "scopes", List.of("projects:read")));
        String key = made("/v1/api-clients/" + client + "/keys", Map.of());
        String webhook =
                made("/v1/webhooks", Map.of("url", "http://127.0.0.1:9/hook", "contact", "desk@mirror.example"));
        List<String> partner = List.of(Tokens.of("partner"));
        Set<String> administrators = Set.of(Roles.ADMINISTRATOR);
        return List.of(
                new OwnedObject(
                        "an API client",
                        "/v1/api-clients/{clientId}",
                        Map.of("clientId", client),
                        administrators,
                        partner),
                new OwnedObject(
                        "an API key",
                        "/v1/api-clients/{clientId}/keys/{keyId}",
                        Map.of("clientId", client, "keyId", key),
                        administrators,
                        partner),
                new OwnedObject(
                        "a webhook",
                        "/v1/webhooks/{webhookId}",
                        Map.of("webhookId", webhook),
                        administrators,
                        partner));
    }

    private static String made(String collection, Map<String, Object> body) {
        return Api.as("partner")
                .contentType(ContentType.JSON)
                .body(body)
                .post(collection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
