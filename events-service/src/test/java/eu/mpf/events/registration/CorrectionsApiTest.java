package eu.mpf.events.registration;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.registration.Registrations.read;
import static eu.mpf.events.registration.Registrations.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What registrants may correct themselves, and by which version of the form. */
@MpfTest
@Tag("E12")
@Tag("E4")
class CorrectionsApiTest {
    private static final Map<String, Object> TO_COME =
            Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00");

    @Test
    void aRegistrantCorrectsNameLanguageAndConsentAndKeepsTheSeat() {
        Registrations.Made made = register(publishedEvent(TO_COME).id(), Map.of("name", "Anna Exampel"));
        correct(made, "{\"name\":\"Ana Example\",\"language\":\"fr\",\"consent\":{\"participantList\":false}}")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("name", equalTo("Ana Example"))
                .body("language", equalTo("fr"))
                .body("consent.participantList", equalTo(false))
                .body("consent.followUps", equalTo(true))
                .body("status", equalTo("CONFIRMED"));
        // The trail says what was corrected, not to what.
        assertThat(Sql.query(
                        "SELECT before::text AS before, after::text AS after FROM audit_entry"
                                + " WHERE object_id = ? AND action = 'registration.correct'",
                        made.id()))
                .singleElement()
                .isEqualTo(Map.of(
                        "before", "{\"version\": 0}",
                        "after", "{\"changed\": [\"name\", \"language\", \"consent\"], \"version\": 1}"));
    }

    @Test
    void whatDecidesOnSeatsAndTheWordingAgreedToAreNotCorrected() {
        Registrations.Made made = register(publishedEvent(TO_COME).id(), Map.of());
        for (String field : List.of("category", "address", "sessions", "status")) {
            correct(made, "{\"%s\":\"MEMBER_STATE\"}".formatted(field))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field));
        }
        correct(made, "{\"consent\":{\"wording\":\"2\"}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/consent/wording"));
        correct(made, "{\"name\":\" \"}").then().statusCode(400).body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void answersAreCheckedByTheNewestFormAndAnswersToAnOlderOneAreNotTaken() {
        String event = publishedEvent(TO_COME).id();
        form(event, "\"0\"", "{\"key\":\"diet\",\"type\":\"TEXT\",\"label\":{\"en\":\"Diet?\"}}");
        Registrations.Made made = register(event, Map.of("formVersion", 1, "answers", Map.of("diet", "vegan")));
        correct(made, "{\"answers\":{\"diet\":\"none\"}}")
                .then()
                .statusCode(200)
                .body("answers.diet", equalTo("none"));
        correct(made, "{\"answers\":{\"shoes\":\"42\"}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/answers/shoes"));

        form(
                event,
                "\"1\"",
                "{\"key\":\"diet\",\"type\":\"TEXT\",\"label\":{\"en\":\"Diet?\"}},"
                        + "{\"key\":\"train\",\"type\":\"BOOLEAN\",\"label\":{\"en\":\"By train?\"},\"required\":true}");
        correct(made, "{\"answers\":{\"diet\":\"vegan\"}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("form-changed"));
        correct(made, "{\"formVersion\":2}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/answers/train"));
        correct(made, "{\"formVersion\":2,\"answers\":{\"train\":true}}")
                .then()
                .statusCode(200)
                .body("formVersion", equalTo(2))
                .body("answers.diet", equalTo("none"));
        // What one was asked before stays answered when only the name is corrected.
        correct(made, "{\"name\":\"Other Name\"}").then().statusCode(200).body("answers.train", equalTo(true));
    }

    @Test
    void onlyTheRegistrantAndOrganisersCorrectAndOnlyWhatTheyHaveRead() {
        Registrations.Made made = register(publishedEvent(TO_COME).id(), Map.of());
        String path = "/v1/registrations/" + made.id();
        var patch = "{\"organisation\":\"Police\"}";
        Api.as("applicant-lv")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(404);
        Api.anonymous()
                .contentType("application/merge-patch+json")
                .header("Registration-Token", made.token())
                .body(patch)
                .patch(path)
                .then()
                .statusCode(428);
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200)
                .body("organisation", equalTo("Police"));
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    void oneFieldAloneIsCorrectedAndWhatMustBeThereIsNotTakenAway() {
        Registrations.Made made = register(publishedEvent(TO_COME).id(), Map.of("organisation", "Police"));
        correct(made, "{\"language\":\"de\"}")
                .then()
                .statusCode(200)
                .body("language", equalTo("de"))
                .body("organisation", equalTo("Police"));
        correct(made, "{\"organisation\":null}").then().statusCode(200).body("organisation", nullValue());
        for (String field : List.of("name", "language", "consent")) {
            correct(made, "{\"%s\":null}".formatted(field))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field));
        }
    }

    @Test
    void whoWithdrewHasNothingToCorrect() {
        Registrations.Made made = register(publishedEvent(TO_COME).id(), Map.of());
        Api.anonymous()
                .contentType("application/json")
                .header("Registration-Token", made.token())
                .header("If-Match", read(made).header("ETag"))
                .body(Map.of("reason", "I cannot travel that day."))
                .post("/v1/registrations/{id}:withdraw", made.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        correct(made, "{\"name\":\"Too Late\"}").then().statusCode(409).body("code", equalTo("step-not-possible"));
    }

    private static Response correct(Registrations.Made made, String patch) {
        return Api.anonymous()
                .contentType("application/merge-patch+json")
                .header("Registration-Token", made.token())
                .header("If-Match", read(made).header("ETag"))
                .body(patch)
                .patch("/v1/registrations/{id}", made.id());
    }

    private static void form(String event, String etag, String questions) {
        manager()
                .header("If-Match", etag)
                .body("{\"questions\":[%s]}".formatted(questions))
                .put("/v1/events/{id}/registration-form", event)
                .then()
                .statusCode(200);
    }
}
