package eu.mpf.gateway;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpServer;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One search over services of which one is down. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X9")
class SearchTest {

    @Inject
    GatewayLifecycle gateway;

    private RequestSpecification request() {
        return FrontDoor.api(gateway.port());
    }

    @Test
    void whatTheServicesFindComesInOneListAndWhatIsMissingIsSaid() {
        request()
                .get("/v1/search?q=border")
                .then()
                .statusCode(200)
                .body("items.type", contains("PROJECT", "EVENT"))
                .body("items[0].key", equalTo("PROMETHEUS-II"))
                .body("items[0].snippet", equalTo("… border guards of five countries …"))
                .body("items[0].href", equalTo("/v1/projects/p1"))
                .body("items[1].title", equalTo("Exchange on borders"))
                .body("items[1].snippet", equalTo("Exchange on borders"))
                .body("facets.find { it.type == 'PROJECT' }.count", equalTo(7))
                .body("complete", equalTo(false))
                .body("missing.type", contains("CALL"))
                .body("nextPageToken", notNullValue());
    }

    @Test
    void aTypeMayBeChosenAndTitlesComeInTheLanguageAsked() {
        request()
                .header("Accept-Language", "fr")
                .get("/v1/search?q=frontieres&types=EVENT")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .header("Vary", containsString("Accept-Language"))
                .body("items.title", contains("Échange sur les frontières"))
                .body("items[0].snippet", equalTo("Échange sur les frontières"))
                .body("complete", equalTo(true))
                .body("nextPageToken", nullValue());
    }

    /** In one header, each language of a title once; what nobody has is given in English. */
    @ParameterizedTest
    @Tag("X10")
    @CsvSource({"'de, fr;q=0.5', fr", "de, en", "tlh, en"})
    void aTitleThatIsNotThereInTheLanguageAskedComesInTheNextPreferred(String asked, String told) {
        request()
                .header("Accept-Language", asked)
                .get("/v1/search?q=border&types=EVENT")
                .then()
                .statusCode(200)
                .header("Content-Language", told);
    }

    @Test
    void aPageReadsOnWhereTheServicesHaveMore() {
        String token = request().get("/v1/search?q=border").path("nextPageToken");
        request()
                .queryParam("pageToken", token)
                .get("/v1/search?q=border")
                .then()
                .statusCode(200)
                .body("items.type", contains("PROJECT"))
                .body("facets", nullValue());
    }

    @Test
    void whatDidNotAnswerIsAskedAgainByTheNextPage() throws Exception {
        String token = request().get("/v1/search?q=border").path("nextPageToken");
        String further = request()
                .queryParam("pageToken", token)
                .get("/v1/search?q=border")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("missing.type", contains("CALL"))
                .extract()
                .path("nextPageToken");
        HttpServer calls = StubPlatform.callsAnswer();
        try {
            request()
                    .queryParam("pageToken", further)
                    .get("/v1/search?q=border")
                    .then()
                    .statusCode(200)
                    .body("complete", equalTo(true))
                    .body("missing", empty())
                    .body("items.type", contains("PROJECT"))
                    .body("facets.type", contains("CALL"));
        } finally {
            calls.stop(0);
        }
    }

    @Test
    void whenNothingThatIsLeftAnswersThePageTokenStaysGood() throws Exception {
        String token = request()
                .get("/v1/search?q=border&types=CALL")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("complete", equalTo(false))
                .extract()
                .path("nextPageToken");
        request()
                .queryParam("pageToken", token)
                .get("/v1/search?q=border")
                .then()
                .statusCode(503)
                .body("code", equalTo("unavailable"));
        HttpServer calls = StubPlatform.callsAnswer();
        try {
            request()
                    .queryParam("pageToken", token)
                    .get("/v1/search?q=border")
                    .then()
                    .statusCode(200)
                    .body("complete", equalTo(true))
                    .body("nextPageToken", nullValue());
        } finally {
            calls.stop(0);
        }
    }

    @Test
    void whatAServiceHasAgainstTheQueryIsTold() {
        request()
                .get("/v1/search?q=unsearchable&types=PROJECT")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("detail", equalTo("There is no word in it."))
                .body("errors.pointer", contains("?q"))
                .body("errors.code", contains("no-word"));
        String token = request().get("/v1/search?q=border&types=PROJECT").path("nextPageToken");
        request()
                .queryParam("pageToken", token)
                .get("/v1/search?q=unsearchable&types=PROJECT")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-page-token"));
    }

    @Test
    void badQueriesAreRefused() {
        for (String bad : new String[] {
            "",
            "?q=",
            "?q=x&types=NONSENSE",
            "?q=x&pageSize=0",
            "?q=x&pageToken=!!",
            "?q=x&pageToken=bnVsbA",
            "?q=x&z=1"
        }) {
            request().get("/v1/search" + bad).then().statusCode(400).body("errors.pointer", hasItem(notNullValue()));
        }
    }
}
