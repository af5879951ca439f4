package eu.mpf.events.material;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E17")
class MaterialsApiTest {
    private static final String MATERIALS = "/v1/sessions/{s}/materials";
    private static final byte[] SLIDES = "%PDF-1.7\n%slides".getBytes(StandardCharsets.US_ASCII);

    @Test
    void everyPairOfConsentsIsDecided() {
        var allowed = new TreeSet<String>();
        for (PublicationConsent from : PublicationConsent.values()) {
            from.next().forEach(to -> allowed.add(from + ">" + to));
        }
        assertThat(allowed)
                .containsExactly("ASKED>GIVEN", "ASKED>REFUSED", "GIVEN>WITHDRAWN", "REFUSED>GIVEN", "WITHDRAWN>GIVEN");
    }

    @Test
    void thePublicHasAMaterialOnceConsentIsGivenAndTheEmbargoOver() {
        Made session = publicSession();
        Made spoken = contribution(session.id(), person("Ana Slides", Map.of()).id(), Map.of());
        Response added = add(
                session,
                Map.of(
                        "kind", "SLIDES",
                        "title", "RAPAK",
                        "contributionId", spoken.id(),
                        "embargoUntil", "2099-01-01T00:00:00Z"));
        added.then()
                .statusCode(201)
                .body("consent", equalTo("ASKED"))
                .body("mediaType", equalTo("application/pdf"))
                .body("contributionId", equalTo(spoken.id()));
        String id = added.path("id");
        hidden(session, id);

        String etag = patch(session, id, added.header("ETag"), "{\"consent\":\"GIVEN\"}");
        hidden(session, id);
        etag = patch(session, id, etag, "{\"embargoUntil\":null}");
        Api.anonymous()
                .get(MATERIALS, session.id())
                .then()
                .statusCode(200)
                .body("items.id", equalTo(java.util.List.of(id)));
        Response file = Api.anonymous().get(MATERIALS + "/{m}/content", session.id(), id);
        file.then()
                .statusCode(200)
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Disposition", containsString("attachment"));
        assertThat(file.asByteArray()).isEqualTo(SLIDES);

        patch(session, id, etag, "{\"consent\":\"WITHDRAWN\"}");
        hidden(session, id);
        manager()
                .get(MATERIALS + "/{m}", session.id(), id)
                .then()
                .statusCode(200)
                .body("consent", equalTo("WITHDRAWN"));
    }

    @Test
    void aNewVersionAsksForConsentAgain() {
        Made session = publicSession();
        Response added = add(session, Map.of("kind", "PAPER", "title", "Study", "consent", "GIVEN"));
        String id = added.path("id");
        Api.anonymous().get(MATERIALS + "/{m}", session.id(), id).then().statusCode(200);
        Api.as("rapporteur")
                .multiPart(
                        "file", "study-2.pdf", "%PDF-1.7\n%two".getBytes(StandardCharsets.US_ASCII), "application/pdf")
                .header("If-Match", added.header("ETag"))
                .put(MATERIALS + "/{m}/content", session.id(), id)
                .then()
                .statusCode(200)
                .body("consent", equalTo("ASKED"))
                .body("fileVersion", equalTo(2));
        hidden(session, id);
        Api.as("rapporteur")
                .contentType("application/merge-patch+json")
                .header("If-Match", added.header("ETag"))
                .body("{\"consent\":\"GIVEN\"}")
                .patch(MATERIALS + "/{m}", session.id(), id)
                .then()
                .statusCode(412);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        Made session = publicSession();
        Made other = contribution(
                publicSession().id(), person("Ana Elsewhere", Map.of()).id(), Map.of());
        add(session, Map.of("kind", "SLIDES", "title", "X", "contributionId", other.id()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/contributionId"));
        add(session, Map.of("kind", "SLIDES", "title", "X", "embargoUntil", "tomorrow"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/embargoUntil"));
        Api.as("rapporteur")
                .multiPart("file", "a.pdf", "not a pdf".getBytes(StandardCharsets.US_ASCII), "application/pdf")
                .multiPart("kind", "SLIDES")
                .multiPart("title", "X")
                .post(MATERIALS, session.id())
                .then()
                .statusCode(415);
        Api.as("applicant-lv")
                .multiPart("file", "a.pdf", SLIDES, "application/pdf")
                .multiPart("kind", "SLIDES")
                .multiPart("title", "X")
                .post(MATERIALS, session.id())
                .then()
                .statusCode(403);
        Api.anonymous().get(MATERIALS, session.id()).then().body("items", hasSize(0));
    }

    @Test
    void aRemovedMaterialIsGoneWithItsFile() {
        Made session = publicSession();
        Response added = add(session, Map.of("kind", "HANDOUT", "title", "Handout", "consent", "GIVEN"));
        manager()
                .header("If-Match", added.header("ETag"))
                .delete(MATERIALS + "/{m}", session.id(), added.path("id"))
                .then()
                .statusCode(204);
        manager().get(MATERIALS + "/{m}", session.id(), added.path("id")).then().statusCode(404);
    }

    @Test
    @Tag("E16")
    void theSynopsisListsWhatThePublicMayHaveAndNothingElse() {
        Made event = event();
        Made session = session(event.id(), "m2", Map.of());
        verb("/v1/events/", event.id(), verb(event, "publish"), "hold");
        Response shown = add(session, Map.of("kind", "SLIDES", "title", "The RAPAK slides"));
        patch(session, shown.path("id"), shown.header("ETag"), "{\"consent\":\"GIVEN\"}");
        add(session, Map.of("kind", "PAPER", "title", "Nobody agreed to this one"));
        String synopsis = Api.as("rapporteur")
                .contentType("application/json")
                .post("/v1/events/{id}/synopses", event.id())
                .then()
                .statusCode(201)
                .body("content.parts[0].sections[0].materials.title", equalTo(java.util.List.of("The RAPAK slides")))
                .body("content.parts[0].sections[0].materials[0].kind", equalTo("slides"))
                .extract()
                .path("id");
        for (String format : java.util.List.of("text/html", "text/markdown")) {
            String report = Api.as("rapporteur")
                    .accept(format)
                    .get("/v1/synopses/{id}", synopsis)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(report)
                    .as(format)
                    .contains("The RAPAK slides", "/materials/" + shown.path("id") + "/content")
                    .doesNotContain("Nobody agreed");
        }
    }

    private static Made publicSession() {
        Made event = event();
        Made session = session(event.id(), "m2", Map.of());
        verb(event, "publish");
        return session;
    }

    private static void hidden(Made session, String id) {
        Api.anonymous().get(MATERIALS + "/{m}", session.id(), id).then().statusCode(404);
        Api.anonymous().get(MATERIALS + "/{m}/content", session.id(), id).then().statusCode(404);
        Api.anonymous().get(MATERIALS, session.id()).then().body("items", hasSize(0));
    }

    private static Response add(Made session, Map<String, String> parts) {
        var request = Api.as("rapporteur").multiPart("file", "slides.pdf", SLIDES, "application/pdf");
        new HashMap<>(parts).forEach(request::multiPart);
        return request.post(MATERIALS, session.id());
    }

    private static String patch(Made session, String id, String etag, String body) {
        return Api.as("rapporteur")
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(body)
                .patch(MATERIALS + "/{m}", session.id(), id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
