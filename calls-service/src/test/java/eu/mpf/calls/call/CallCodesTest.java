package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.newKey;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import eu.mpf.testkit.Sql;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C1")
@Tag("X22")
class CallCodesTest {

    private static String with(String scope) {
        return terms().replaceFirst("\\{", "{\"scope\": " + scope + ", ");
    }

    private static final String SCOPE = """
            {"themes": ["Border management", "thb"], "sectors": ["15190"], "countries": ["Moldova", "MD", "Georgia"],
             "applicantKinds": ["NGO", "PUBLIC_AUTHORITY"], "languages": ["English", "fr"]}""";

    @Test
    void aliasesAndNamesAreStoredAsCodesEachOnce() {
        JsonPath call = draftCall(with(SCOPE)
                        .replace("\"BMVI\"", "\"Border Management and Visa Instrument\"")
                        .replace("[\"eastern-partnership\"]", "[\"Eastern Partnership\", \"eastern-partnership\"]"))
                .jsonPath();
        assertThat(call.getList("terms.funds.code")).containsExactly("BMVI", "ISF");
        assertThat(call.getList("terms.regions")).containsExactly("eastern-partnership");
        assertThat(call.getList("terms.scope.themes"))
                .containsExactly("border-management", "trafficking-in-human-beings");
        assertThat(call.getList("terms.scope.countries")).containsExactly("MD", "GE");
        assertThat(call.getList("terms.scope.applicantKinds")).containsExactly("CIVIL_SOCIETY", "PUBLIC_AUTHORITY");
        assertThat(call.getList("terms.scope.languages")).containsExactly("en", "fr");
    }

    @Test
    void whatNoListKnowsIsRefusedAllAtOnceByFieldAndCode() {
        String bad = with("""
                {"themes": ["border-management", "gardening"], "sectors": ["1"], "countries": ["Atlantis"],
                 "applicantKinds": ["CLUB"], "languages": ["tlh"]}""")
                .replace("\"ISF\"", "\"HOUSE-FUND\"")
                .replace("eastern-partnership", "atlantis")
                .replace("\"timeZone\"", "\"bindingLanguage\": \"xx\", \"timeZone\"");
        String[] pointers = {
            "/terms/funds/1/code",
            "/terms/regions/0",
            "/terms/scope/themes/1",
            "/terms/scope/sectors/0",
            "/terms/scope/countries/0",
            "/terms/scope/applicantKinds/0",
            "/terms/scope/languages/0",
            "/terms/bindingLanguage"
        };
        for (String query : List.of("", "?validateOnly=true")) {
            as("programme-officer")
                    .body("{\"key\": \"%s\", \"terms\": %s}".formatted(newKey(), bad))
                    .post("/v1/calls" + query)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", containsInAnyOrder(pointers))
                    .body("errors.message", hasItems(containsString("gardening"), containsString("HOUSE-FUND")));
        }
        String id = draftCall(terms()).path("id");
        patch("programme-officer", "/v1/calls/" + id, "{\"terms\": {\"scope\": {\"themes\": [\"gardening\"]}}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/terms/scope/themes/0"));
    }

    @Test
    void anAmendmentIsCheckedToo() {
        String call = openCall(terms());
        String path = "/v1/calls/" + call;
        verb(
                        "programme-officer",
                        path,
                        "amend",
                        Map.of("reason", "More", "changes", Map.of("regions", List.of("Mars"))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/regions/0"));
        verb(
                        "programme-officer",
                        path,
                        "amend",
                        Map.of("reason", "More", "changes", Map.of("regions", List.of("Westafrika"))))
                .then()
                .statusCode(200)
                .body("terms.regions", contains("west-africa"));
    }

    @Test
    void whatACallHeldBeforeItKeeps() {
        String call = openCall(terms());
        Sql.execute("UPDATE call SET terms = jsonb_set(terms, '{regions}', '[\"of-old\"]') WHERE id = ?::uuid", call);
        verb(
                        "programme-officer",
                        "/v1/calls/" + call,
                        "amend",
                        Map.of("reason", "More", "changes", Map.of("summary", Map.of("en", "New"))))
                .then()
                .statusCode(200)
                .body("terms.regions", contains("of-old"));
    }

    private static List<String> found(String key, String parameter, String value) {
        return Api.anonymous()
                .queryParam("key", key)
                .queryParam(parameter, value)
                .get("/v1/calls")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void aPortalFindsCallsByThemeSectorCountryAndKindOfApplicant() {
        String id = openCall(with(SCOPE));
        String key = get("programme-officer", "/v1/calls/" + id).getString("key");
        Map<String, List<String>> hits = Map.of(
                "theme", List.of("border-management", "Traite des êtres humains"),
                "sector", List.of("15190"),
                "country", List.of("MD", "Georgien"),
                "applicantKind", List.of("NGO", "PUBLIC_AUTHORITY"));
        hits.forEach((parameter, values) -> values.forEach(
                value -> assertThat(found(key, parameter, value)).as(value).containsExactly(id)));
        Map<String, String> misses =
                Map.of("theme", "asylum", "sector", "11330", "country", "TN", "applicantKind", "PRIVATE_COMPANY");
        misses.forEach((parameter, value) ->
                assertThat(found(key, parameter, value)).as(value).isEmpty());

        PublishedEvent published = new KafkaProbe()
                .await(
                        "mpf.calls.call.v1",
                        event -> event.subject().equals(id) && event.type().endsWith("call.published.v1"));
        EventSchemas.validate(published);
        assertThat(published.data().path("themes").toString())
                .isEqualTo("[\"border-management\",\"trafficking-in-human-beings\"]");
        assertThat(published.data().path("bindingLanguage").asText()).isEqualTo("en");

        String open = openCall(terms());
        String openKey = get("programme-officer", "/v1/calls/" + open).getString("key");
        assertThat(found(openKey, "country", "TN")).containsExactly(open);
        assertThat(found(openKey, "applicantKind", "NGO")).containsExactly(open);
        assertThat(found(openKey, "theme", "asylum")).isEmpty();
        as("programme-officer")
                .queryParam("key", key)
                .get("/v1/calls")
                .then()
                .body("items[0].themes", contains("border-management", "trafficking-in-human-beings"))
                .body("items[0].countries", contains("MD", "GE"))
                .body("items[0].regions", contains("eastern-partnership"))
                .body("items[0].bindingLanguage", equalTo("en"));
    }

    @Test
    void textIsLookedForInTitleAndSummaryOfEveryLanguageAndNowhereElse() {
        String id = openCall(
                terms().replace(
                                "{\"en\": \"Borders and security\"}",
                                "{\"en\": \"Borders and security\", \"fr\": \"Frontières\"}, \"summary\": {\"en\": \"Joint patrols\", \"de\": \"Streifen\"}"));
        String key = get("programme-officer", "/v1/calls/" + id).getString("key");
        for (String q : List.of("borders", "FRONTI", "patrols", "streif")) {
            assertThat(found(key, "q", q)).as(q).containsExactly(id);
        }
        for (String q : List.of("\"fr\"", "{", "\": \"")) {
            assertThat(found(key, "q", q)).as(q).isEmpty();
        }
    }

    @Test
    void contentOfAnApplicationIsPutIntoCodesToo() {
        String call = openCall(terms());
        as("applicant-lv")
                .body(
                        "{\"callId\": \"%s\", \"content\": {\"themes\": [\"gardening\"], \"region\": \"Mars\", \"fund\": \"MINE\", \"lead\": {\"kind\": \"CLUB\", \"country\": \"Atlantis\", \"centralGovernment\": false}}}"
                                .formatted(call))
                .post("/v1/applications")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/content/themes/0",
                                "/content/region",
                                "/content/fund",
                                "/content/lead/kind",
                                "/content/lead/country"));
        String id = as("applicant-lv")
                .body(
                        "{\"callId\": \"%s\", \"content\": {\"themes\": [\"Traite des êtres humains\"], \"region\": \"Eastern Partnership\"}}"
                                .formatted(call))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .body("content.themes", contains("trafficking-in-human-beings"))
                .body("content.region", equalTo("eastern-partnership"))
                .extract()
                .path("id");
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", "/v1/applications/" + id))
                .contentType("application/merge-patch+json;charset=UTF-8")
                .body("{\"content\": {\"themes\": [\"gardening\"]}}")
                .patch("/v1/applications/" + id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/content/themes/0"));
    }
}
