package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class DraftsTest {

    private static final String CONTENT = content("BMVI", "200000.00", "190000.00");

    private static ValidatableResponse discard(String who, String path) {
        return as(who).header("If-Match", etag(who, path)).delete(path).then();
    }

    @Test
    @Tag("C1")
    void aDraftOfACallIsThrownAwayAndItsKeyIsFreeAgain() {
        JsonPath call = draftCall(terms()).jsonPath();
        String path = "/v1/calls/" + call.getString("id");
        as("programme-officer").delete(path).then().statusCode(428);
        as("programme-officer").header("If-Match", "\"99\"").delete(path).then().statusCode(412);
        as("applicant-lv").header("If-Match", "\"0\"").delete(path).then().statusCode(403);
        discard("programme-officer", path).statusCode(204);
        as("programme-officer").get(path).then().statusCode(404);
        as("programme-officer")
                .body("{\"key\": \"%s\", \"terms\": %s}".formatted(call.getString("key"), terms()))
                .post("/v1/calls")
                .then()
                .statusCode(201);
    }

    @Test
    @Tag("C1")
    void aCallThatWasPublishedIsNotThrownAway() {
        String path = "/v1/calls/" + openCall(terms());
        discard("programme-officer", path).statusCode(409).body("code", equalTo("call-state"));
        Api.anonymous().get(path).then().statusCode(200);
    }

    @Test
    @Tag("C10")
    void aDraftOfAnApplicationIsThrownAwayWithItsFilesAndWhomItNames() {
        String call = openCall(terms());
        String id = draft("applicant-lv", call, CONTENT);
        String path = "/v1/applications/" + id;
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .body(Map.of("name", "Ilze", "email", UUID.randomUUID() + "@example.org", "language", "en"))
                .put(path + "/contact")
                .then()
                .statusCode(200);
        String file = Api.as("applicant-lv")
                .multiPart("kind", "OTHER")
                .multiPart(
                        "file",
                        "plan.pdf",
                        "%PDF-1.7\n% plan\n%%EOF\n".getBytes(StandardCharsets.UTF_8),
                        "application/pdf")
                .post(path + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("applicant-pt").header("If-Match", "\"0\"").delete(path).then().statusCode(404);
        discard("applicant-lv", path).statusCode(204);
        as("applicant-lv").get(path).then().statusCode(404);
        assertThat(Sql.count("SELECT count(*) FROM stored_file WHERE id = ?::uuid", file))
                .isZero();
        assertThat(Sql.count("SELECT count(*) FROM application_contact WHERE application_id = ?::uuid", id))
                .isZero();
    }

    @Test
    @Tag("C10")
    void whatWasEverHandedInIsNotThrownAway() {
        String path = "/v1/applications/" + submitted("applicant-lv", openCall(terms()), CONTENT);
        discard("applicant-lv", path).statusCode(409).body("code", equalTo("application-state"));
        verb("applicant-lv", path, "withdraw", reason()).then().statusCode(200);
        discard("applicant-lv", path).statusCode(409);
        as("applicant-lv").get(path).then().statusCode(200);
    }
}
