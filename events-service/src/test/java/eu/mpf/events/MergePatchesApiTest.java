package eu.mpf.events;

import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One field alone is changed, null takes away what need not be there, and what must be is named. */
@MpfTest
@Tag("X3")
class MergePatchesApiTest {

    @Test
    void ofAnEvent() {
        String path = "/v1/events/" + event(Map.of("capacity", 20)).id();
        patch(path, "{\"place\":\"Riga\"}")
                .statusCode(200)
                .body("place", equalTo("Riga"))
                .body("capacity", equalTo(20));
        patch(path, "{\"capacity\":null}").statusCode(200).body("capacity", nullValue());
        patch(path, "{\"title\":{\"fr\":\"Rencontre\"}}")
                .statusCode(200)
                .body("title.en", equalTo("MPF Exchange Event"));
        patch(path, "{\"title\":{\"fr\":null}}").statusCode(200).body("title.fr", nullValue());
        refused(path, "mode");
        refused(path, "timeZone");
    }

    @Test
    void ofASessionAndItsMinutes() {
        Made session = session(event().id(), "m4", Map.of("capacity", 20));
        String path = "/v1/sessions/" + session.id();
        patch(path, "{\"feedbackNote\":{\"en\":\"Well received\"}}")
                .statusCode(200)
                .body("capacity", equalTo(20));
        patch(path, "{\"capacity\":null}").statusCode(200).body("capacity", nullValue());
        refused(path, "kind");
        patch(path + "/minutes", "{\"text\":\"At length\"}").statusCode(200);
        patch(path + "/minutes", "{\"points\":[\"First\"]}").statusCode(200).body("text", equalTo("At length"));
        patch(path + "/minutes", "{\"text\":null}").statusCode(200).body("text", nullValue());
    }

    @Test
    void ofAPerson() {
        String path =
                "/v1/people/" + person("Ana Patched", Map.of("honorific", "Dr")).id();
        patch(path, "{\"nameVariants\":[\"Patched Ana\"]}").statusCode(200).body("honorific", equalTo("Dr"));
        patch(path, "{\"honorific\":null}").statusCode(200).body("honorific", nullValue());
        refused(path, "name");
    }

    @Test
    void aPatchThatIsNotThereIsRefused() {
        Made event = event();
        String series = manager()
                .body(Map.of(
                        "key",
                        "S-" + event.id().substring(24).toUpperCase(Locale.ROOT),
                        "name",
                        Map.of("en", "Of patches")))
                .post("/v1/event-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String path : List.of(
                "/v1/events/" + event.id(),
                "/v1/event-series/" + series,
                "/v1/sessions/" + session(event.id(), "m4", Map.of()).id())) {
            manager()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", etagOf(path))
                    .patch(path)
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo("type"));
        }
    }

    private static void refused(String path, String field) {
        patch(path, "{\"%s\":null}".formatted(field)).statusCode(400).body("errors[0].pointer", equalTo("/" + field));
    }

    private static ValidatableResponse patch(String path, String patch) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etagOf(path))
                .body(patch)
                .patch(path)
                .then();
    }
}
