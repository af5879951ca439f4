package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X10")
class CallLanguageTest {

    private static String bindingIn(String language) {
        return terms().replace("\"timeZone\"", "\"bindingLanguage\": \"" + language + "\", \"timeZone\"");
    }

    @Test
    void aCallThatSaysNothingIsBindingInEnglish() {
        draftCall(terms()).then().body("bindingLanguage", equalTo("en"));
        draftCall(terms().replace("\"en\": \"Borders and security\"", "\"fr\": \"Frontières\""))
                .then()
                .body("bindingLanguage", equalTo("fr"));
    }

    @Test
    void aCallIsPublishedOnlyWithEveryTextInItsBindingLanguage() {
        String id = draftCall(bindingIn("French")
                        .replace("{\"en\": \"Borders and security\"}", "{\"en\": \"Borders\", \"fr\": \"Frontières\"}"))
                .then()
                .body("bindingLanguage", equalTo("fr"))
                .body("terms.bindingLanguage", equalTo("fr"))
                .extract()
                .path("id");
        verb("programme-officer", "/v1/calls/" + id, "publish", null)
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("binding-language"))
                .body("errors.pointer", hasItems("/rules/0/words", "/scoring/FULL_APPLICATION/criteria/0/title"))
                .body("errors.pointer", not(hasItem("/title")));
        assertThat(Api.as("programme-officer").get("/v1/calls/" + id).jsonPath().getString("status"))
                .isEqualTo("DRAFT");
    }

    @Test
    void guidelinesAndCorrectionsSayInWhichLanguageTheyAre() {
        String id =
                openCall(terms().replace("{\"label\": \"1.0\"}", "{\"label\": \"1.0\", \"language\": \"english\"}"));
        String path = "/v1/calls/" + id;
        Map<String, Object> line = Map.of("section", "2", "was", "un an", "is", "deux ans", "language", "fra");
        verb("programme-officer", path, "amend", Map.of("reason", "Longer", "corrections", List.of(line)))
                .then()
                .statusCode(200)
                .body("terms.guidelines.language", equalTo("en"));
        Api.anonymous()
                .get(path + "/corrigenda")
                .then()
                .body("items[0].bindingLanguage", equalTo("en"))
                .body("items[0].corrections.language", contains("fr"));
        Map<String, Object> bad = Map.of("section", "2", "was", "a", "is", "b", "language", "tlh");
        verb("programme-officer", path, "amend", Map.of("reason", "Longer", "corrections", List.of(bad)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/corrections/0/language"));
        verb(
                        "programme-officer",
                        path,
                        "amend",
                        Map.of(
                                "reason",
                                "Longer",
                                "changes",
                                Map.of("guidelines", Map.of("translations", Map.of("xx", "https://example.eu/x")))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/guidelines/translations/xx"));
    }
}
