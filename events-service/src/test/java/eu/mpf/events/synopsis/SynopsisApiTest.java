package eu.mpf.events.synopsis;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.events.Programme.Made;
import eu.mpf.events.event.EventsApiTest;
import eu.mpf.events.positioning.PositioningApiTest;
import eu.mpf.events.reference.Facts;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PdfUa;
import eu.mpf.testkit.Website;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E16")
class SynopsisApiTest {
    private static final String PATCH = "application/merge-patch+json";

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (SynopsisStatus from : SynopsisStatus.values()) {
            from.next().forEach(to -> allowed.add(from + ">" + to));
        }
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "DRAFT>REVIEWED", "REVIEWED>DRAFT", "REVIEWED>PUBLISHED", "PUBLISHED>SUPERSEDED");
    }

    @Test
    @Tag("X23")
    void faultF13ALinkWithoutATargetKeepsTheReportInAndItsPlaceIsNamed() throws Exception {
        try (Website site = new Website()) {
            Made event = heldEvent();
            Made draft = generate(event.id());
            String edited = patch(draft.id(), draft.etag(), """
                    {"nextSteps":["The updated matrix is in the [final report]()."],
                     "furtherReading":[{"text":"Presentations","target":"%s"},{"text":"Study","target":null},
                                       {"text":"Old page","target":"%s"}]}""".formatted(site.page("/there"), site.page("/gone")));
            Api.as("rapporteur")
                    .get("/v1/synopses/{id}/links", draft.id())
                    .then()
                    .statusCode(200)
                    .body("sound", equalTo(false))
                    .body("links[0].state", equalTo("NO_TARGET"))
                    .body("links[1].state", equalTo("SOUND"));
            String reviewed = verb("/v1/synopses/", draft.id(), edited, "review");
            manager()
                    .header("If-Match", reviewed)
                    .post("/v1/synopses/{id}:publish", draft.id())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("links-not-sound"))
                    .body("detail", containsString("Next steps, item 1: \"final report\" has no target"))
                    .body(
                            "errors.pointer",
                            equalTo(List.of("/nextSteps/0", "/furtherReading/1/target", "/furtherReading/2/target")))
                    .body("errors.code", equalTo(List.of("no-target", "no-target", "dead")));

            String repaired = patch(draft.id(), reviewed, """
                    {"nextSteps":["The updated matrix is in the [final report](%s)."],"furtherReading":null}""".formatted(site.page("/moved")));
            manager()
                    .header("If-Match", repaired)
                    .post("/v1/synopses/{id}:publish", draft.id())
                    .then()
                    .statusCode(409);
            Api.anonymous().get("/v1/synopses/{id}", draft.id()).then().statusCode(404);
            String again = verb("/v1/synopses/", draft.id(), repaired, "review");
            String key = UUID.randomUUID().toString();
            publish(draft.id(), again, key).then().statusCode(200).body("status", equalTo("PUBLISHED"));
            site.close();
            publish(draft.id(), again, key).then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));

            Api.anonymous()
                    .accept("application/json")
                    .get("/v1/synopses/{id}", draft.id())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("PUBLISHED"));
            manager().get("/v1/events/{id}", event.id()).then().body("status", equalTo("REPORTED"));
            assertThat(EventsApiTest.facts(event.id(), 3).getLast().type())
                    .isEqualTo("eu.mpf.events.synopsis.published.v1");

            Made second = generate(event.id());
            second.response().then().body("edition", equalTo(2));
            verb("/v1/synopses/", second.id(), verb("/v1/synopses/", second.id(), second.etag(), "review"), "publish");
            Api.anonymous()
                    .accept("application/json")
                    .get("/v1/synopses/{id}", draft.id())
                    .then()
                    .body("status", equalTo("SUPERSEDED"));
            Api.anonymous()
                    .get("/v1/events/{id}/synopses", event.id())
                    .then()
                    .statusCode(200)
                    .body("items.edition", equalTo(List.of(2, 1)));
        }
    }

    @Test
    @Tag("X23")
    void aFileThatThePublicMayNotHaveAnyMoreKeepsTheReportIn() {
        Made event = event();
        Made session = session(event.id(), "m1", Map.of());
        Response added = Api.as("rapporteur")
                .multiPart(
                        "file",
                        "slides.pdf",
                        "%PDF-1.7\n%slides".getBytes(StandardCharsets.US_ASCII),
                        "application/pdf")
                .multiPart("kind", "SLIDES")
                .multiPart("title", "Slides of the day")
                .multiPart("consent", "GIVEN")
                .post("/v1/sessions/{s}/materials", session.id());
        added.then().statusCode(201);
        String material = added.path("id");
        String published = verb("/v1/events/", event.id(), event.etag(), "publish");
        verb("/v1/events/", event.id(), published, "hold");
        Made report = generate(event.id());
        String target = report.response().path("content.parts[0].sections[0].materials[0].target");
        assertThat(target).endsWith("/v1/sessions/%s/materials/%s/content".formatted(session.id(), material));
        links(report.id()).body("sound", equalTo(true)).body("links[0].httpStatus", equalTo(200));

        consent(session.id(), material, "WITHDRAWN");
        links(report.id()).body("sound", equalTo(false)).body("links[0].state", equalTo("DEAD"));
        String reviewed = verb("/v1/synopses/", report.id(), report.etag(), "review");
        manager()
                .header("If-Match", reviewed)
                .post("/v1/synopses/{id}:publish", report.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("links-not-sound"))
                .body("errors[0].pointer", equalTo("/parts/0/sections/0/materials/0/target"));

        // An editor may write anything there: no page makes a link of it, and it does not go out.
        String edited = patch(
                report.id(),
                reviewed,
                Api.as("rapporteur")
                        .accept("application/json")
                        .get("/v1/synopses/{id}", report.id())
                        .jsonPath()
                        .<Map<String, Object>>get("content"),
                "javascript:alert(1)");
        String page = Api.as("rapporteur")
                .accept("text/html")
                .get("/v1/synopses/{id}", report.id())
                .asString();
        assertThat(page).contains("Slides of the day").doesNotContain("javascript:");
        assertThat(Api.as("rapporteur")
                        .accept("text/markdown")
                        .get("/v1/synopses/{id}", report.id())
                        .asString())
                .contains("Slides of the day")
                .doesNotContain("javascript:");
        links(report.id()).body("links[0].state", equalTo("NOT_A_WEB_ADDRESS"));
        patch(report.id(), edited, Map.of("parts", List.of()));
        links(report.id()).body("sound", equalTo(true));
    }

    private static ValidatableResponse links(String report) {
        return Api.as("rapporteur")
                .get("/v1/synopses/{id}/links", report)
                .then()
                .statusCode(200);
    }

    private static void consent(String session, String material, String consent) {
        String path = "/v1/sessions/%s/materials/%s".formatted(session, material);
        Api.as("rapporteur")
                .contentType(PATCH)
                .header("If-Match", Api.as("rapporteur").get(path).header("ETag"))
                .body(Map.of("consent", consent))
                .patch(path)
                .then()
                .statusCode(200);
    }

    /** The first material of the report leads elsewhere. */
    private static String patch(String id, String etag, Map<String, Object> content, String target) {
        JsonNode parts = new ObjectMapper().valueToTree(content.get("parts"));
        ((ObjectNode) parts.at("/0/sections/0/materials/0")).put("target", target);
        return patch(id, etag, Map.of("parts", parts));
    }

    static String patch(String id, String etag, Map<String, Object> change) {
        return patch(id, etag, new ObjectMapper().valueToTree(change).toString());
    }

    @Test
    @Tag("E14")
    void theExerciseThatWasAgreedIsReportedThoughAnotherWasDraftedLater() {
        Facts.typology(902, Map.of("operational", "Operational partnership"));
        Facts.typology(903, Map.of("operational", "Operational partnership"));
        Made event = event();
        Made session = session(event.id(), "a4", Map.of("kind", "POSITIONING"));
        String published = verb("/v1/events/", event.id(), event.etag(), "publish");
        Made agreed = PositioningApiTest.exercise(session.id(), 902);
        String exercises = "/v1/positioning-exercises/";
        String closed = verb(exercises, agreed.id(), verb(exercises, agreed.id(), agreed.etag(), "open"), "close");
        manager()
                .header("If-Match", closed)
                .body(Map.of("outcome", Map.of("en", "A hybrid type replaces skills.")))
                .post(exercises + agreed.id() + ":agree")
                .then()
                .statusCode(200);
        PositioningApiTest.exercise(session.id(), 903);
        verb("/v1/events/", event.id(), published, "hold");
        generate(event.id())
                .response()
                .then()
                .body("content.positioning.typologyVersion", equalTo(902))
                .body("content.positioning.outcome", equalTo("A hybrid type replaces skills."));
    }

    /** The real programme of 2023; the files are left in target/synopsis to be looked at. */
    @Test
    @Tag("X21")
    void theReportOfTheExchangeEventIsADocumentInFourFormats() throws Exception {
        Made synopsis = generate(GoldenEvent.held());
        String id = synopsis.id();
        Path folder = Files.createDirectories(Path.of("target/synopsis"));

        String html = Api.as("rapporteur")
                .accept("text/html")
                .get("/v1/synopses/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(folder.resolve("synopsis.html"), html);
        assertThat(html)
                .contains("Directorate General Migration and Home Affairs")
                .contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">")
                .contains("Škarnulis")
                .contains("<svg")
                .contains("role=\"img\"")
                .contains("<caption>")
                .contains("30 October 2023, 10:00 Europe/Brussels (09:00 UTC)")
                .doesNotContain("<bookmarks>");
        assertThat(html.indexOf("<h1")).isLessThan(html.indexOf("<h2")).isPositive();

        String markdown = Api.as("rapporteur")
                .accept("text/markdown")
                .get("/v1/synopses/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(folder.resolve("synopsis.md"), markdown);
        assertThat(markdown)
                .startsWith("# MPF Exchange Event")
                .contains("## 1. Introduction")
                .contains("| Type of partnership | Projects |")
                .contains("Overall: 4.2 out of 5 (5 answers)");

        byte[] pdf = Api.as("rapporteur")
                .accept("application/pdf")
                .get("/v1/synopses/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Files.write(folder.resolve("synopsis.pdf"), pdf);
        assertThat(PdfUa.faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("MPF Exchange Event: Synopsis report");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("1. Introduction");
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getNextSibling()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Opening remarks");
            assertThat(alternatives(document)).contains("Projects by type of partnership. Operational partnership: 1");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Škarnulis")
                    .contains("Agreed outcome");
        }
        Api.as("rapporteur")
                .accept("image/png")
                .get("/v1/synopses/{id}", id)
                .then()
                .statusCode(406);
    }

    @Test
    void editionsAreComparedAndAReportIsWrittenInTheLanguageAskedFor() {
        Made event = heldEvent();
        Made first = generate(event.id());
        Made second = generate(event.id());
        patch(second.id(), second.etag(), "{\"nextSteps\":[\"A further session.\"]}");
        Api.as("rapporteur")
                .get("/v1/synopses/{id}/differences?since=1", second.id())
                .then()
                .statusCode(200)
                .body("since", equalTo(1))
                .body("differences.kind", equalTo(List.of("ADDED")))
                .body("differences[0].pointer", equalTo("/nextSteps/0"))
                .body("differences[0].is", equalTo("A further session."));
        Api.anonymous().get("/v1/synopses/{id}/differences", second.id()).then().statusCode(404);
        Api.as("rapporteur")
                .get("/v1/synopses/{id}/differences", first.id())
                .then()
                .statusCode(404);

        Made french = generate(event.id(), "fr");
        assertThat(Api.as("rapporteur")
                        .accept("text/html")
                        .get("/v1/synopses/{id}", french.id())
                        .then()
                        .statusCode(200)
                        .header("Content-Language", equalTo("fr"))
                        .extract()
                        .asString())
                .contains(
                        "lang=\"fr\"",
                        "Rapport de synthèse",
                        "MPF Exchange Event a eu lieu à Brussels en septembre 2023.");
        Api.as("rapporteur")
                .contentType(ContentType.JSON)
                .body(Map.of("language", "mt"))
                .post("/v1/events/{id}/synopses", event.id())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/language"));
    }

    /** Alternative texts of all figures. */
    private static String alternatives(PDDocument document) {
        return figures(document.getDocumentCatalog().getStructureTreeRoot())
                .map(PDStructureElement::getAlternateDescription)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<PDStructureElement> figures(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(
                        element -> element.getStructureType().equals("Figure") ? Stream.of(element) : figures(element));
    }

    private static Response publish(String id, String etag, String key) {
        return manager().header("If-Match", etag).header("Idempotency-Key", key).post("/v1/synopses/{id}:publish", id);
    }

    static Made heldEvent() {
        Made event = event();
        session(event.id(), "m1", Map.of());
        String published = verb("/v1/events/", event.id(), event.etag(), "publish");
        return new Made(event.id(), verb("/v1/events/", event.id(), published, "hold"), event.response());
    }

    static Made generate(String event) {
        return generate(event, "en");
    }

    private static Made generate(String event, String language) {
        var response = Api.as("rapporteur")
                .contentType(ContentType.JSON)
                .body(Map.of("language", language))
                .post("/v1/events/{id}/synopses", event);
        response.then().statusCode(201);
        return new Made(response.path("id"), response.header("ETag"), response);
    }

    private static String patch(String id, String etag, String body) {
        return Api.as("rapporteur")
                .contentType(PATCH)
                .header("If-Match", etag)
                .body(body)
                .patch("/v1/synopses/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
