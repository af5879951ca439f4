package eu.mpf.events.event;

import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.eventBody;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Website;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X23")
class EventLinksTest {

    @Test
    void aDeadLinkKeepsTheProgrammeInAndItsPlaceIsNamed() throws Exception {
        try (Website site = new Website()) {
            Made event = event(Map.of("summary", text("Read %s first.".formatted(site.gone()))));
            session(event.id(), "m1", Map.of("summary", text("See [the page](%s).".formatted(site.there()))));
            Made second = session(
                    event.id(),
                    "m2",
                    Map.of(
                            "summary",
                            text("As in the [matrix]()."),
                            "feedbackNote",
                            Map.of("fr", "Voir " + Website.nobody())));
            String path = "/v1/events/" + event.id();
            refused(publish(path, event.etag(), UUID.randomUUID().toString()))
                    .body("detail", containsString("Session m2, summary (en): \"matrix\" has no target"))
                    .body(
                            "errors.pointer",
                            contains("/summary/en", "/sessions/1/summary/en", "/sessions/1/feedbackNote/fr"))
                    .body("errors.code", contains("dead", "no-target", "unreachable"));
            Api.anonymous().get(path).then().statusCode(404);

            patch(path, Map.of("summary", text("Read %s first.".formatted(site.page("/moved")))))
                    .then()
                    .statusCode(200);
            Map<String, Object> mended = new java.util.HashMap<>();
            mended.put("summary", text("As in the [matrix](%s).".formatted(site.there())));
            mended.put("feedbackNote", null);
            patch("/v1/sessions/" + second.id(), mended).then().statusCode(200);
            String seen = etagOf(path);
            String key = UUID.randomUUID().toString();
            for (boolean repeated : new boolean[] {false, true}) {
                publish(path, seen, key)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("PUBLISHED"))
                        .header("Idempotency-Replayed", repeated ? equalTo("true") : nullValue());
                // Whoever asks again is told what happened, whatever became of the link since.
                site.close();
            }
        }
    }

    @Test
    void aDraftMayHoldDeadLinksAndAPublicProgrammeAnswersForThoseItIsGiven() throws Exception {
        Website old = new Website();
        Made event = publishedEvent(Map.of("summary", text("See %s.".formatted(old.there()))));
        Made known = session(event.id(), "m1", Map.of("summary", text("See %s.".formatted(old.there()))));
        old.close();
        String path = "/v1/events/" + event.id();
        try (Website site = new Website()) {
            refused(patch(path, Map.of("summary", text("See %s.".formatted(site.gone())))))
                    .body("errors.pointer", contains("/summary/en"));
            patch(path, Map.of("summary", text("See %s and %s.".formatted(old.there(), site.there()))))
                    .then()
                    .statusCode(200);

            refused(patch("/v1/sessions/" + known.id(), Map.of("feedbackNote", text("See " + site.gone()))))
                    .body("errors.pointer", contains("/feedbackNote/en"));
            patch("/v1/sessions/" + known.id(), Map.of("title", text("Another title")))
                    .then()
                    .statusCode(200);
            refused(newSession(event.id(), "See " + site.gone())).body("errors.pointer", contains("/summary/en"));
            newSession(event.id(), "See " + site.there()).then().statusCode(201);
            newSession(event().id(), "See " + site.gone()).then().statusCode(201);
        }
    }

    @Test
    void aSeriesIsPublicFromItsBeginning() throws Exception {
        try (Website site = new Website()) {
            refused(series("See " + site.gone())).body("errors.pointer", contains("/description/en"));
            Made made = Made.of(series("See " + site.there()));
            String path = "/v1/event-series/" + made.id();
            refused(patch(path, Map.of("description", text("See [us]().")))).body("errors.code", contains("no-target"));
            patch(path, Map.of("name", text("Exchange"))).then().statusCode(200);
        }
    }

    @Test
    @Tag("E17")
    void aMaterialIsNamedToThePublicWithoutDeadLinks() throws Exception {
        Made session = session(publishedEvent(Map.of()).id(), "m1", Map.of());
        String path = "/v1/sessions/" + session.id() + "/materials";
        try (Website site = new Website()) {
            String title = "Slides, see " + site.gone();
            refused(material(path, title, "GIVEN")).body("errors.pointer", contains("/title/en"));
            Made kept = Made.of(material(path, title, "ASKED"));
            refused(patch(path + "/" + kept.id(), Map.of("consent", "GIVEN"))).body("errors.code", contains("dead"));
            patch(path + "/" + kept.id(), Map.of("consent", "GIVEN", "title", text("Slides")))
                    .then()
                    .statusCode(200);
            material(path, "Slides, see " + site.there(), "GIVEN").then().statusCode(201);
        }
    }

    @Test
    @Tag("E11")
    void anAnswerGoesOutWithLinksThatLeadSomewhere() throws Exception {
        Made session = session(publishedEvent(Map.of()).id(), "m1", Map.of());
        String questions = "/v1/sessions/" + session.id() + "/questions";
        Response asked = Api.anonymous()
                .contentType("application/json")
                .body(Map.of("text", "Where is the form?"))
                .post(questions);
        String question = questions + "/" + asked.path("id");
        String etag = manager()
                .header("If-Match", asked.header("ETag"))
                .post(question + ":approve")
                .header("ETag");
        try (Website site = new Website()) {
            refused(answer(question, etag, "At " + site.gone())).body("errors.pointer", contains("/answer"));
            answer(question, etag, "At " + site.there()).then().statusCode(200).body("status", equalTo("ANSWERED"));
        }
    }

    private static ValidatableResponse refused(Response response) {
        return response.then().statusCode(409).body("code", equalTo("links-not-sound"));
    }

    private static Response publish(String path, String etag, String key) {
        return manager().header("If-Match", etag).header("Idempotency-Key", key).post(path + ":publish");
    }

    private static Response patch(String path, Map<String, Object> changes) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etagOf(path))
                .body(changes)
                .patch(path);
    }

    private static Response newSession(String event, String summary) {
        return manager()
                .body(Map.of(
                        "key",
                        "s-" + UUID.randomUUID().toString().substring(0, 8),
                        "kind",
                        "PANEL",
                        "title",
                        text("A panel"),
                        "summary",
                        text(summary)))
                .post("/v1/events/{id}/sessions", event);
    }

    private static Response series(String description) {
        Map<String, Object> body = eventBody(Map.of());
        return manager()
                .body(Map.of("key", body.get("key"), "name", text("A series"), "description", text(description)))
                .post("/v1/event-series");
    }

    private static Response material(String path, String title, String consent) {
        return Api.as("rapporteur")
                .multiPart("file", "a.pdf", "%PDF-1.7\n%".getBytes(StandardCharsets.US_ASCII), "application/pdf")
                .multiPart("kind", "SLIDES")
                .multiPart("title", title)
                .multiPart("consent", consent)
                .post(path);
    }

    private static Response answer(String question, String etag, String words) {
        return manager().header("If-Match", etag).body(Map.of("answer", words)).post(question + ":answer");
    }
}
