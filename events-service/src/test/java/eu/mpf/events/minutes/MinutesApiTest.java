package eu.mpf.events.minutes;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.session;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
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

    private static ValidatableResponse write(String session, String etag, String point) {
        return Api.as("rapporteur")
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(Map.of("points", List.of(point)))
                .put("/v1/sessions/{id}/minutes", session)
                .then();
    }
}
