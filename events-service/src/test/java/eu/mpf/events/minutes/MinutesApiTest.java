package eu.mpf.events.minutes;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E15")
class MinutesApiTest {

    @Test
    void twoEditorsNeverOverwriteEachOther() {
        String session = session(event().id(), "m4", Map.of()).id();
        Api.as("rapporteur")
                .get("/v1/sessions/{id}/minutes", session)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("points", hasSize(0));

        String etag = write(session, "\"0\"", "first").statusCode(200).extract().header("ETag");
        write(session, "\"0\"", "written at the same time").statusCode(412);
        write(session, etag, "second").statusCode(200);
        write(session, etag, "too late").statusCode(412);

        Api.as("rapporteur")
                .get("/v1/sessions/{id}/minutes", session)
                .then()
                .body("points", equalTo(List.of("second")));
        Api.as("rapporteur")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"2\"")
                .body("{\"text\":\"At length.\"}")
                .patch("/v1/sessions/{id}/minutes", session)
                .then()
                .statusCode(200)
                .body("points", equalTo(List.of("second")))
                .body("text", equalTo("At length."));
    }

    @Test
    void minutesAreNotForThePublic() {
        String session = session(event().id(), "m4", Map.of()).id();
        Api.anonymous().get("/v1/sessions/{id}/minutes", session).then().statusCode(401);
        Api.as("applicant-lv").get("/v1/sessions/{id}/minutes", session).then().statusCode(403);
    }

    /** Minutes name people; the trail keeps that they changed, and never what they said. */
    @Test
    @Tag("X11")
    void theTrailTellsThatTheyChangedAndNotWhatTheySaid() {
        String session = session(event().id(), "m4", Map.of()).id();
        String name = "Zoë-" + session;
        String etag = write(session, "\"0\"", name + " spoke")
                .statusCode(200)
                .extract()
                .header("ETag");
        write(session, etag, name + " spoke at length").statusCode(200);

        String entries = Sql.value(
                String.class,
                "SELECT string_agg(e::text, ' ') FROM audit_entry e WHERE object_type = 'session' AND object_id = ?"
                        + " AND action = 'minutes.write'",
                session);
        assertThat(entries).doesNotContain("spoke", "Zoë");
        assertThat(Sql.count(
                        "SELECT count(*) FROM audit_entry a JOIN audit_entry b ON a.after->>'sha256' = b.before->>'sha256'"
                                + " WHERE a.object_id = ? AND a.action = 'minutes.write' AND b.action = 'minutes.write'",
                        session))
                .as("the second change begins with what the first one left")
                .isEqualTo(1);
    }

    private static ValidatableResponse write(String session, String etag, String point) {
        return Api.as("rapporteur")
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(Map.of("points", List.of(point)))
                .put("/v1/sessions/{id}/minutes", session)
                .then();
    }
}
