package eu.mpf.testkit.openapi;

import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the running service says of itself. */
public final class GeneratedDocument {

    private GeneratedDocument() {}

    /** As YAML, from where the service keeps its own document: at {@code /openapi} the gateway shows the merged one. */
    public static String yaml() {
        return RestAssured.given()
                .queryParam("format", "yaml")
                .get(ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.path", String.class))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
