package eu.mpf.testkit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In which language a service answers: a list, a document and a refusal, in those it speaks and in one it does not. That
 * such answers say that they vary is looked at wherever a test asks anything. A service's test class extends this one and
 * carries {@link MpfTest}.
 */
@Tag("X10")
public abstract class LanguageRules {

    private static ValidatableResponse get(String path, String asked) {
        return Api.anonymous().header("Accept-Language", asked).get(path).then();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fr                    | fr | La ressource a changé entre-temps",
                "de-AT, fr;q=0.5       | de | Die Ressource hat sich inzwischen geändert",
                "fi, fr;q=0.7, de;q=.8 | de | Die Ressource hat sich inzwischen geändert",
                "fr;q=0, pt            | en | The resource has changed meanwhile",
                "tlh                   | en | The resource has changed meanwhile",
                "*                     | en | The resource has changed meanwhile",
                "!!! not a language    | en | The resource has changed meanwhile",
            })
    void aListAndADocumentComeInThePreferredLanguageElseInEnglish(String asked, String language, String title) {
        get("/problems", asked)
                .statusCode(200)
                .header("Content-Language", language)
                .body("items.title", hasItem(title));
        get("/problems/version-conflict", asked)
                .statusCode(200)
                .header("Content-Language", language)
                .body("title", equalTo(title));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fr  | fr | Cet objet n'existe pas",
                "de  | de | Das gibt es nicht",
                "tlh | en | There is no such thing"
            })
    void aRefusalIsToldInThePreferredLanguageAndItsCodeStaysTheSame(String asked, String language, String title) {
        get("/problems/no-such-problem", asked)
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Language", language)
                .body("title", equalTo(title))
                .body("code", equalTo("not-found"))
                .body("$", not(hasKey("errors")));
    }
}
