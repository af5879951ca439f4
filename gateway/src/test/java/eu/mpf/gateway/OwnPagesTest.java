package eu.mpf.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway itself serves, through its public port, with one of three services down. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
class OwnPagesTest {

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    private RequestSpecification request() {
        return FrontDoor.unchecked(gateway.port());
    }

    private RequestSpecification api() {
        return FrontDoor.api(gateway.port());
    }

    @Test
    void thePortalShowsEveryServiceItsStateAndHowToGetAToken() {
        String page = request()
                .accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("<html lang=\"en\">", "<main id=\"content\" ", "Skip to the content")
                .contains("projects", "events", "calls", "/v1/positioning-exercises", "Not answering")
                .contains(issuer.url() + "/token", "dev-secret", "applicant-lv");
    }

    @Test
    void pagesRunNothingInlineAndLoadNothingFromElsewhere() {
        for (String path : new String[] {"/", "/docs", "/problems", "/event-types"}) {
            Headers headers = request()
                    .accept("text/html")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .headers();
            // A second policy would hold as well, and nothing that the page needs would load.
            assertThat(headers.getValues("Content-Security-Policy")).as(path).hasSize(1);
            assertThat(headers.getValues("Cache-Control")).as(path).hasSize(1);
            String page = request().accept("text/html").get(path).asString();
            assertThat(page).as(path).doesNotContain("<style", "style=", "onclick=");
            Matcher links = Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(page);
            while (links.find()) {
                assertThat(links.group(1)).as(path).startsWith("/");
            }
            assertThat(Pattern.compile("<script(?! src=\"/)").matcher(page).find())
                    .isFalse();
        }
    }

    /** Every directive and nothing else: what is allowed anew has to be written here. */
    @Test
    void whatEachPageMayLoadIsSaidInFull() {
        Map<String, String> strict = Map.of(
                "default-src", "'none'",
                "script-src", "'self'",
                "style-src", "'self'",
                "img-src", "'self'",
                "base-uri", "'none'",
                "form-action", "'none'",
                "frame-ancestors", "'none'");
        for (String path : new String[] {"/", "/problems", "/problems/not-found", "/event-types"}) {
            assertThat(policy(path)).as(path).isEqualTo(strict);
        }
        assertThat(policy("/docs"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("default-src", "'none'"),
                        Map.entry("script-src", "'self'"),
                        Map.entry("style-src", "'self'"),
                        Map.entry("img-src", "'self' data:"),
                        Map.entry("font-src", "'self' data:"),
                        Map.entry(
                                "connect-src",
                                "'self' http://127.0.0.1:8080 http://"
                                        + URI.create(issuer.url()).getRawAuthority()),
                        Map.entry("base-uri", "'none'"),
                        Map.entry("form-action", "'none'"),
                        Map.entry("frame-ancestors", "'none'")));
        assertThat(policy("/portal/signed-in.html"))
                .isEqualTo(Map.of(
                        "default-src", "'none'",
                        "script-src", "'self'",
                        "base-uri", "'none'",
                        "form-action", "'none'",
                        "frame-ancestors", "'none'"));
    }

    @Test
    void whoComesBackFromTheIdentityProviderIsLetInWithWhateverItAdds() {
        for (String answer : List.of(
                "code=abc&state=xyz&session_state=s&iss=http%3A%2F%2Fissuer.example",
                "error=access_denied&error_description=No&state=xyz")) {
            request()
                    .accept("text/html")
                    .get("/portal/signed-in.html?" + answer)
                    .then()
                    .statusCode(200)
                    .body(containsString("/portal/oauth2-redirect.js"));
        }
    }

    private Map<String, String> policy(String path) {
        String policy = request().accept("text/html").get(path).header("Content-Security-Policy");
        return Stream.of(policy.split("; *"))
                .map(directive -> directive.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts.length == 1 ? "" : parts[1]));
    }

    @Test
    void everyFileThePagesNeedIsServed() {
        for (String file : new String[] {
            "portal.css",
            "portal.js",
            "mark.svg",
            "docs.js",
            "docs.css",
            "swagger-ui.css",
            "oauth2-redirect.js",
            "signed-in.html"
        }) {
            request().get("/portal/" + file).then().statusCode(200);
        }
        assertThat(request().get("/portal/swagger-ui-bundle.js").asByteArray().length)
                .isGreaterThan(1_000_000);
        request().get("/portal/application.properties").then().statusCode(404);
    }

    @Test
    void theMergedOpenApiToleratesAServiceThatIsDown() {
        request()
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("info.x-services.projects", equalTo("CURRENT"))
                .body("info.x-services.calls", equalTo("UNAVAILABLE"))
                .body("servers.url", contains("http://127.0.0.1:8080"))
                .body("paths", hasKey("/v1/projects"))
                .body("paths", hasKey("/v1/me"))
                .body("components.schemas", hasKey("EventsPage"));
        request().get("/openapi/events").then().statusCode(200).body("paths", not(hasKey("/v1/projects")));
        request().get("/openapi/calls").then().statusCode(503).body("code", equalTo("unavailable"));
        request().get("/openapi/nothing").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void oneGroupOfTheApiIsADocumentOfItsOwn() {
        request()
                .queryParam("tag", "Change feed")
                .get("/openapi")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("paths.size()", equalTo(1))
                .body("paths", hasKey("/v1/changes"))
                .body("tags.name", contains("Change feed"));
        request()
                .queryParam("tag", "No such group")
                .get("/openapi")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void thePageOfTheApiListsEveryOperationAndSaysWhoseAreMissing() {
        long operations = request().get("/openapi").jsonPath().getMap("paths").values().stream()
                .flatMap(item -> ((Map<?, ?>) item).values().stream())
                .filter(operation -> operation instanceof Map<?, ?> one && one.containsKey("operationId"))
                .count();
        String page = request().accept("text/html").get("/docs").asString();
        assertThat(page)
                .contains(
                        "href=\"#/Change%20feed/listChanges\"",
                        "data-group=\"Change feed\"", "Everything that has happened")
                .contains("<p class=\"lead\">" + operations + " operations.")
                .contains("not shown here: calls.");
        assertThat(Pattern.compile("<li data-item").matcher(page).results().count())
                .isEqualTo(operations);
    }

    @Test
    void theOpenApiComesAsYamlWhenAskedAndIsNotSentTwice() {
        String yaml = request()
                .accept("application/yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(yaml).startsWith("openapi:");
        String tag = request().get("/openapi").header("ETag");
        assertThat(tag)
                .isNotEqualTo(
                        request().accept("application/yaml").get("/openapi").header("ETag"));
        request().header("If-None-Match", tag).get("/openapi").then().statusCode(304);
        request().accept("image/png").get("/openapi").then().statusCode(406).body("code", equalTo("not-acceptable"));
    }

    @Test
    void theEventContractsOfAServicePassThrough() {
        request().get("/asyncapi/projects").then().statusCode(200).body("asyncapi", equalTo("3.0.0"));
        request().get("/asyncapi/events").then().statusCode(404);
        request().get("/asyncapi/calls").then().statusCode(503);
    }

    @Test
    void everyTypeOfEventIsListedWithItsFieldsForProgramsAndForReaders() {
        request()
                .accept("application/json")
                .get("/event-types")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        equalTo(List.of("eu.mpf.projects.project.ended.v1", "eu.mpf.projects.project.started.v1")))
                .body("items[0].topic", equalTo("mpf.projects.project.v1"))
                .body("items[0].schema.properties.endedOn.format", equalTo("date"))
                .body("items[1].schema.properties.code.type", equalTo("string"))
                .body("items[0].audience.everybody", equalTo(false))
                .body("items[0].audience.roles", equalTo(List.of("administrator")))
                .body("missing", hasItems("calls"));
        request()
                .accept("text/html")
                .get("/event-types")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("A project &lt;began&gt;"))
                .body(containsString("Told to administrator only."))
                .body(containsString("Of the project"));
    }

    @Test
    void theApiCatalogueLeadsToTheDocuments() {
        request()
                .get("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .contentType(containsString("application/linkset+json"))
                .body("linkset.anchor", hasItems("http://127.0.0.1:8080/", "http://127.0.0.1:8080/v1/calls"))
                .body("linkset[0].'service-desc'[0].href", equalTo("http://127.0.0.1:8080/openapi"));
    }

    @Test
    void problemsOfTheGatewayAndOfServicesAreExplained() {
        api().get("/problems/gateway-timeout").then().statusCode(200).body("status", equalTo(504));
        api().get("/problems/typology-frozen").then().statusCode(200).body("status", equalTo(409));
        api().get("/problems").then().body("items.code", hasItems("gateway-timeout", "typology-frozen"));
        assertThat(request()
                        .accept("text/html")
                        .get("/problems/typology-frozen")
                        .asString())
                .contains("The typology is &lt;frozen&gt;");
        api().get("/problems/no-such-problem")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("requestId", notNullValue());
    }

    @ParameterizedTest
    @Tag("X10")
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-BE, de;q=0.5 | fr | Le service derrière la passerelle",
                "de              | de | Der Dienst hinter dem Gateway",
                "fi              | en | The service behind the gateway took too long"
            })
    void problemsAreExplainedInTheReadersLanguageAndSaidToBe(String asked, String language, String start) {
        api().header("Accept-Language", asked)
                .get("/problems/gateway-timeout")
                .then()
                .statusCode(200)
                .header("Content-Language", language);
        api().header("Accept-Language", asked)
                .get("/problems")
                .then()
                .header("Content-Language", language)
                .header("Vary", containsString("Accept, Accept-Language"));
        request()
                .accept("text/html")
                .header("Accept-Language", asked)
                .get("/problems/gateway-timeout")
                .then()
                .statusCode(200)
                .header("Content-Language", language.equals("en") ? "en" : "en, " + language)
                .header("Vary", containsString("Accept, Accept-Language"))
                .body(containsString("<h1 lang=\"" + language + "\">" + start));
    }

    @Test
    void healthReportsEachPartAndADeadOneDoesNotMakeTheGatewayUnready() {
        request().get("/health/live").then().statusCode(200).body("status", equalTo("UP"));
        request().get("/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api().get("/health").path("parts.find { it.name == 'feed' }.state"), "UP"::equals);
        api().get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("DEGRADED"))
                .body("parts.find { it.name == 'database' }.state", equalTo("UP"))
                .body("parts.find { it.name == 'broker' }.state", equalTo("UP"))
                .body("parts.find { it.name == 'projects' }.state", equalTo("UP"))
                .body("parts.find { it.name == 'calls' }.state", equalTo("DOWN"))
                .body("parts.find { it.name == 'identity' }.state", equalTo("UP"));
    }

    @Test
    void meTellsWhoTheCallerIs() {
        api().auth()
                .oauth2(issuer.token())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("subject", equalTo("applicant-lv"))
                .body("organisation", equalTo("LV-SBG"))
                .body("roles", contains("applicant"))
                .body("limit.policy", equalTo("token"))
                .body("limit.requests", equalTo(100_000))
                .body("limit.windowSeconds", equalTo(60))
                .header("RateLimit-Policy", equalTo("\"token\";q=100000;w=60"))
                .body("expiresAt", containsString("Z"));
        api().auth()
                .oauth2(issuer.token(claims -> claims.claim("organisation", null)))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("organisation", nullValue());
        api().get("/v1/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void theInnerPortChecksTokensItself() {
        given().auth().oauth2("bad.token.here").get("/v1/me").then().statusCode(401);
    }

    @Test
    void figuresAreCountedButNotServedToThePublic() {
        request().get("/health/live");
        request().get("/q/metrics").then().statusCode(404);
        String figures = "";
        for (long end = System.nanoTime() + 5_000_000_000L;
                !figures.contains("route=\"/health\"") && System.nanoTime() < end; ) {
            figures = given().get("/q/metrics").asString();
        }
        assertThat(figures).contains("gateway_requests_seconds_count", "route=\"/health\"", "gateway_requests_active");
    }
}
