package eu.mpf.projects;

import eu.mpf.testkit.Api;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes organisations and projects over HTTP, as the tests need them. */
public final class Portfolio {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Portfolio() {}

    public static String code(String prefix) {
        return prefix + "-" + NUMBER.incrementAndGet();
    }

    public static JsonPath organisation(String code, String name) {
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("code", code, "name", name, "kind", "PUBLIC_AUTHORITY", "country", "PT"))
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static JsonPath project(String code, Map<String, Object> more) {
        return register(code, more).then().statusCode(201).extract().jsonPath();
    }

    public static Response register(String code, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("code", code, "title", Map.of("en", "Project " + code)));
        body.putAll(more);
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/projects");
    }

    /** Calls a verb on the present version. */
    public static Response verb(JsonPath project, String verb, Object body) {
        return Api.as("programme-officer")
                .header("If-Match", etag(project))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/projects/{id}:" + verb, project.getString("id"));
    }

    public static JsonPath moved(JsonPath project, String verb, String on) {
        return verb(project, verb, Map.of("effectiveOn", on, "reason", "As agreed"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static Response patch(JsonPath project, Map<String, ?> changes) {
        return Api.as("programme-officer")
                .header("If-Match", etag(project))
                .contentType("application/merge-patch+json")
                .body(changes)
                .patch("/v1/projects/{id}", project.getString("id"));
    }

    public static String etag(JsonPath resource) {
        return "\"" + resource.getString("version") + "\"";
    }

    /** A grant under contract since 2 January 2021, with a lead of its own. */
    public static JsonPath contracted(String lead, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("effectiveOn", "2021-01-01", "leadOrganisation", lead));
        body.putAll(more);
        return moved(project(code("GRANT"), body), "contract", "2021-01-02");
    }

    public static Map<String, String> euro(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    /** As the body that leads a project. */
    public static io.restassured.specification.RequestSpecification asLead(String organisation) {
        return Api.as("applicant", Map.of("organisation", organisation, "sub", "lead-" + organisation));
    }
}
