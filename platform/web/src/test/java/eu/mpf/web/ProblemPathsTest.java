package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
class ProblemPathsTest {

    private static RequestSpecification applicant() {
        return given().auth().oauth2(TestTokens.of("lv", "applicant")).contentType("application/json");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", matchesPattern("[A-Za-z0-9._-]{8,64}"))
                .header("X-Content-Type-Options", "nosniff")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", endsWith("/problems/" + code))
                .body("instance", org.hamcrest.Matchers.startsWith("/"))
                .body("requestId", matchesPattern("[A-Za-z0-9._-]{8,64}"));
    }

    @Test
    void anUnknownPathIs404() {
        problem(given().get("/v1/nothing").then(), 404, "not-found");
    }

    @Test
    void anUnknownNoteIs404() {
        problem(given().get("/v1/notes/0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11").then(), 404, "not-found");
    }

    @Test
    void anIdThatIsNoUuidIs404() {
        problem(given().get("/v1/notes/abc").then(), 404, "not-found");
    }

    @Test
    void aQuestionAsLongAsTheGatewayLetsThroughIsAnswered() {
        problem(given().get("/v1/nothing?q=" + "x".repeat(7_900)).then(), 404, "not-found");
    }

    @Test
    void aMethodNotOfferedIs405() {
        problem(given().delete("/v1/notes").then(), 405, "method-not-allowed");
    }

    @Test
    void anUnofferedMediaTypeIs406() {
        problem(given().accept("image/png").get("/v1/notes").then(), 406, "not-acceptable");
    }

    @Test
    void aForeignContentTypeIs415() {
        problem(
                applicant()
                        .contentType("text/plain")
                        .body("x")
                        .post("/v1/notes")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void noTokenIs401() {
        problem(
                        given().contentType("application/json")
                                .body("{}")
                                .post("/v1/notes")
                                .then(),
                        401,
                        "unauthenticated")
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void aBadTokenIs401EvenWhereNoneIsNeeded() {
        problem(given().auth().oauth2("a.b.c").get("/v1/notes").then(), 401, "unauthenticated");
    }

    @Test
    void badTokensAre401() {
        var soon = Instant.now().getEpochSecond();
        refused(TestTokens.of("lv", Map.of("iss", "http://elsewhere"), "applicant"));
        refused(TestTokens.of("lv", Map.of("aud", "other"), "applicant"));
        refused(TestTokens.of("lv", Map.of("exp", soon - 60), "applicant"));
        refused(TestTokens.sign("RS512", TestTokens.claims("lv", Map.of(), "applicant")));
        refused(TestTokens.sign("PS256", TestTokens.claims("lv", Map.of(), "applicant")));
        refused(TestTokens.of("lv", "applicant") + "x");
        given().auth()
                .oauth2(TestTokens.of("lv", Map.of("exp", soon - 15)))
                .get("/v1/notes")
                .then()
                .statusCode(200);
    }

    private static void refused(String token) {
        problem(given().auth().oauth2(token).get("/v1/notes").then(), 401, "unauthenticated");
    }

    @Test
    void aMissingRoleIs403() {
        problem(
                given().auth()
                        .oauth2(TestTokens.of("x", "partner"))
                        .contentType("application/json")
                        .body(Map.of("title", "t"))
                        .post("/v1/notes")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void aMethodThatDeclaresNoAccessRuleIsClosed() {
        problem(applicant().get("/v1/notes:undeclared").then(), 403, "forbidden");
    }

    @Test
    void brokenJsonIs400() {
        problem(applicant().body("{\"title\":").post("/v1/notes").then(), 400, "malformed-request");
    }

    @Test
    void anEmptyBodyIs400() {
        problem(applicant().post("/v1/notes").then(), 400, "validation-failed");
    }

    @Test
    void anUnknownFieldIsNamed() {
        problem(
                        applicant()
                                .body(Map.of("title", "t", "colour", "red"))
                                .post("/v1/notes")
                                .then(),
                        400,
                        "validation-failed")
                .body("errors[0].pointer", equalTo("/colour"))
                .body("errors[0].code", equalTo("unknown"));
    }

    @Test
    void aWrongTypeIsNamedByPointer() {
        problem(
                        applicant()
                                .body(
                                        "{\"title\":\"t\",\"budget\":[{\"amount\":{\"amount\":12.5,\"currency\":\"EUR\"}}]}")
                                .post("/v1/notes")
                                .then(),
                        400,
                        "validation-failed")
                .body("errors[0].pointer", equalTo("/budget/0/amount/amount"));
    }

    @Test
    void aNumberIsNoText() {
        problem(applicant().body("{\"title\":5}").post("/v1/notes").then(), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("/title"));
    }

    @Test
    void aTitleOfWhichNothingIsSeenIsBlank() {
        problem(
                        applicant()
                                .body("{\"title\":\"\\u00a0\\u200b\\ufeff\",\"budget\":[]}")
                                .post("/v1/notes")
                                .then(),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/title"))
                .body("errors.code", contains("not-blank"));
    }

    @Test
    void aBrokenConstraintIsNamedByPointer() {
        problem(
                        applicant()
                                .body("{\"title\":\" \",\"budget\":[{}]}")
                                .post("/v1/notes")
                                .then(),
                        400,
                        "validation-failed")
                .body("errors.pointer", contains("/budget/0/amount", "/title"))
                .body("errors.code", contains("not-null", "not-blank"));
    }

    @Test
    void aNulCharacterIs400() {
        problem(applicant().body("{\"title\":\"a\\u0000b\"}").post("/v1/notes").then(), 400, "validation-failed");
    }

    @Test
    void anUnknownParameterIsNamed() {
        problem(given().get("/v1/notes?titel=x").then(), 400, "unknown-parameter")
                .body("errors[0].pointer", equalTo("?titel"));
    }

    @Test
    void aParameterOfTheWrongTypeIs400() {
        problem(given().get("/v1/notes?pageSize=many").then(), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("?pageSize"));
    }

    @Test
    void aTooLargeBodyIs413() throws java.io.IOException {
        var url = java.net.URI.create(io.restassured.RestAssured.baseURI);
        try (var socket = new java.net.Socket(url.getHost(), io.restassured.RestAssured.port)) {
            // Only announced: a client that sends it all may see its connection closed before it reads the answer.
            socket.getOutputStream()
                    .write(
                            ("POST /v1/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                            + TestTokens.of("lv", "applicant")
                                            + "\r\nContent-Length: 11000000\r\nConnection: close\r\n\r\n")
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            org.assertj.core.api.Assertions.assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "payload-too-large");
        }
    }

    @Test
    void aFailureOfOursTellsNothing() {
        problem(given().get("/v1/notes:fail").then(), 500, "internal-error")
                .body("detail", not(containsString("SELECT")))
                .body("errors", nullValue());
    }

    @Test
    void titlesSpeakTheLanguageAskedFor() {
        problem(
                        given().header("Accept-Language", "fr-BE,en;q=0.5")
                                .get("/v1/nothing")
                                .then(),
                        404,
                        "not-found")
                .header("Content-Language", "fr")
                .header("Vary", containsString("Accept-Language"))
                .body("title", equalTo("Cet objet n'existe pas"));
    }

    @Test
    void theCatalogueIsServed() {
        given().get("/problems").then().statusCode(200).body("items.code", hasItems("note-locked", "version-conflict"));
        given().accept("text/html")
                .get("/problems/note-locked")
                .then()
                .statusCode(200)
                .body(containsString("The note is locked"));
        given().header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "de")
                .get("/problems/not-found")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Language", "de")
                .header("Vary", "Accept, Accept-Language")
                .body(containsString("Das gibt es nicht"));
        given().accept("application/json")
                .get("/problems/note-locked")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .header("Vary", containsString("Accept-Language"))
                .body("status", equalTo(409));
        problem(given().get("/problems/never-heard").then(), 404, "not-found");
    }

    @Test
    void aPlainRequestIdIsKeptAndAnOddOneReplaced() {
        given().header("X-Request-Id", "abc-12345")
                .get("/v1/nothing")
                .then()
                .header("X-Request-Id", "abc-12345")
                .body("requestId", equalTo("abc-12345"));
        given().header("X-Request-Id", "a b<script>")
                .get("/v1/nothing")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void healthMetricsAndTheDocumentAreServed() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/openapi?format=json").then().statusCode(200).body("openapi", equalTo("3.1.0"));
    }
}
