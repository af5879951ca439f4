package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X10")
class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-BE,en;q=0.5 | fr | Bonjour",
                "de,pt;q=0.8 | pt | Bom dia",
                "de | en | Hello",
                "fr;q=0, en | en | Hello",
                "*, fr;q=0.1 | fr | Bonjour",
                "!!! | en | Hello",
            })
    void aTextIsPickedByTheOrderOfPreferenceAndTheAnswerSaysSo(String accept, String language, String text) {
        given().header("Accept-Language", accept)
                .get("/v1/greeting")
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .body("text", equalTo(text));
    }

    @Test
    void anAnswerThatPicksNothingDependsOnNoLanguage() {
        given().header("Accept-Language", "fr")
                .get("/v1/notes")
                .then()
                .header("Content-Language", nullValue())
                .header("Vary", not(containsString("Accept-Language")));
    }
}
