package eu.mpf.calls.sight;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.testkit.Tokens;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C26")
class SecondWallTest {

    private static List<String> seen(String reader, String id, String how) {
        var request = Api.unchecked();
        return (reader.isEmpty() ? request : request.auth().oauth2(Tokens.of(reader)))
                .get("/without-the-first-wall/" + id + how)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    @Test
    void whereAQueryForgetsWhoseItIsTheDatabaseStillShowsNothing() {
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        verb("applicant-lv", path, "submit", null).then().statusCode(200);
        for (String how : List.of("", "/in-a-transaction")) {
            // Turn by turn on the same connections, so that nothing of the one before stays.
            IntStream.range(0, 5).forEach(turn -> {
                assertThat(seen("applicant-lv", id, how)).containsExactlyInAnyOrder("application", "submission");
                assertThat(seen("applicant-lt", id, how))
                        .as("another organisation")
                        .isEmpty();
                assertThat(seen("programme-officer", id, how)).hasSize(2);
                assertThat(seen("partner", id, how))
                        .as("a token without organisation")
                        .isEmpty();
            });
        }
    }

    @Test
    void whoIsInvitedSeesItOnBothSidesOfTheWall() {
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String partner = as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .body("{\"organisation\":\"LT-SBGS\",\"role\":\"ASSOCIATED\"}")
                .post(path + "/partners")
                .then()
                .statusCode(201)
                .extract()
                .path("partners[0].id");
        assertThat(seen("applicant-lt", id, "")).isEmpty();
        verb2(path, partner, "applicant-lv", "invite").then().statusCode(200);
        assertThat(seen("applicant-lt", id, "")).containsExactly("application");
        String tag = etag("applicant-lt", path);
        as("applicant-lt")
                .header("If-Match", tag)
                .post(path + "/partners/" + partner + ":decline")
                .then()
                .statusCode(204);
        Api.as("applicant-lt").get(path).then().statusCode(404);
        as("applicant-lt")
                .header("If-Match", tag)
                .post(path + "/partners/" + partner + ":confirm")
                .then()
                .statusCode(404);
        verb2(path, partner, "applicant-lv", "invite").then().statusCode(200);
        verb2(path, partner, "applicant-lt", "confirm").then().statusCode(200);
    }

    private static io.restassured.response.Response verb2(String path, String partner, String identity, String verb) {
        return as(identity).header("If-Match", etag(identity, path)).post(path + "/partners/" + partner + ":" + verb);
    }

    @Test
    @Tag("C15")
    void whoDeclaredAConflictSeesNothingEvenWhereAQueryForgetsToAsk() {
        String id = eligible("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String review = "/v1/evaluations/" + Awarding.assign(id, "evaluator-1");
        assertThat(seen("evaluator-1", id, "")).containsExactlyInAnyOrder("application", "submission");
        String conflicted = verb("evaluator-1", review, "declare-conflict", reason())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        for (String how : List.of("", "/in-a-transaction")) {
            assertThat(seen("evaluator-1", id, how)).isEmpty();
            assertThat(seen("evaluator-2", id, how)).hasSize(2);
        }
        as("evaluator-1")
                .header("If-Match", conflicted)
                .body("{\"marks\": {\"relevance\": 5, \"quality\": 5, \"impact\": 5}}")
                .put(review)
                .then()
                .statusCode(409);
    }

    @Test
    void noRoleMayBypassTheWall() {
        assertThat(Sql.query("SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)"))
                .isEmpty();
        assertThat(Sql.count(
                        "SELECT count(*) FROM pg_class WHERE relname IN ('application', 'submission', 'application_attachment')"
                                + " AND relrowsecurity AND relforcerowsecurity"))
                .isEqualTo(3);
    }
}
