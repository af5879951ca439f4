package eu.mpf.projects.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.value.Ids;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The two versions of the typology as they came about, in order: there is one typology, and published versions stay. */
@MpfTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TypologyStoryTest {

    private static final String PROJECTS = "mpf.projects.project.v1";

    private static JsonPath capacity;
    private static JsonPath skills;

    @Test
    @Order(1)
    void theFirstVersionIsPublishedAndTold() {
        officer(
                        null,
                        Map.of(
                                "note",
                                "Initial research",
                                "types",
                                List.of(
                                        type("operational", "Operational Partnerships"),
                                        type("capacity", "Capacity Partnerships"),
                                        type("skills-labour-mobility", "Skills/Labour Mobility Partnerships"))))
                .post("/v1/typologies")
                .then()
                .statusCode(201);
        Api.anonymous().get("/v1/typologies/1").then().statusCode(404);
        verb("/v1/typologies/1:publish", "\"1\"", null).then().statusCode(200).body("status", equalTo("PUBLISHED"));
        Api.anonymous().get("/v1/typologies/1").then().statusCode(200);

        var event = new KafkaProbe()
                .await(
                        "mpf.projects.taxonomy.v1",
                        each -> each.data().path("version").asInt() == 1);
        EventSchemas.validate(event);
    }

    @Test
    @Order(2)
    @Tag("P5")
    void projectsAreClassifiedInTwoViewsSideBySide() {
        capacity = Portfolio.project(Portfolio.code("CAPACITY"), Map.of("effectiveOn", "2023-01-01"));
        skills = Portfolio.project(Portfolio.code("SKILLS"), Map.of("effectiveOn", "2023-01-01"));
        classify(capacity, 1, "FACILITY", "capacity", "Operational Partnerships")
                .then()
                .statusCode(201)
                .body("means", contains("capacity", "operational"));
        classify(capacity, 1, "GRANTEE", "capacity").then().statusCode(201);
        classify(skills, 1, "FACILITY", "skills-labour-mobility").then().statusCode(201);
        classify(skills, 1, "FACILITY", "cookery").then().statusCode(400).body("errors.pointer", contains("/means/0"));
        classify(skills, 9, "FACILITY", "capacity")
                .then()
                .statusCode(409)
                .body("code", equalTo("typology-not-published"));

        Api.anonymous()
                .get("/v1/projects/{id}/classifications", capacity.getString("id"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("agreement.rate", equalTo("0.50"))
                .body("agreement.facilityOnly", contains("operational"));
        var event = new KafkaProbe()
                .await(
                        PROJECTS,
                        each -> each.subject().equals(capacity.getString("id"))
                                && each.type().endsWith("classified.v1")
                                && each.data().path("classifications").size() == 2);
        EventSchemas.validate(event);
        Api.anonymous()
                .queryParam("type", "capacity")
                .get("/v1/projects")
                .then()
                .body("items.id", hasItem(capacity.getString("id")));
    }

    @Test
    @Order(2)
    @Tag("P1")
    void aDraftThatWasClassifiedIsThrownAwayWithItsClassifications() {
        JsonPath draft = Portfolio.project(Portfolio.code("DRAFT"), Map.of("visibility", "DRAFT"));
        String id = draft.getString("id");
        classify(draft, 1, "FACILITY", "capacity").then().statusCode(201);
        assertThat(Sql.count("SELECT count(*) FROM classification WHERE project_id = ?::uuid", id))
                .isEqualTo(1);
        Api.as("programme-officer")
                .header("If-Match", "\"2\"")
                .delete("/v1/projects/" + id)
                .then()
                .statusCode(204);
        assertThat(Sql.count("SELECT count(*) FROM classification WHERE project_id = ?::uuid", id))
                .isZero();
    }

    @Test
    @Order(3)
    @Tag("P4")
    void theSecondVersionSaysWhereRetiredTypesGo() {
        officer(null, Map.of("note", "Agreed with the grantees"))
                .post("/v1/typologies")
                .then()
                .statusCode(201)
                .body("version", equalTo(2));
        verb("/v1/typologies/2/types/skills-labour-mobility:retire", "\"1\"", Map.of("reason", "It named a theme"))
                .then()
                .statusCode(200);
        verb("/v1/typologies/2:publish", "\"2\"", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("typology-unmapped"));
        officer("\"2\"", type("hybrid", "Hybrid"))
                .post("/v1/typologies/2/types")
                .then()
                .statusCode(201);
        officer(
                        "\"3\"",
                        Map.of(
                                "from",
                                "skills-labour-mobility",
                                "to",
                                "hybrid",
                                "automatic",
                                false,
                                "reason",
                                "Each project is read again"))
                .post("/v1/typologies/2/mappings")
                .then()
                .statusCode(201);
        verb("/v1/typologies/2:publish", "\"3\"", null).then().statusCode(412);
        verb("/v1/typologies/2:publish", "\"4\"", null).then().statusCode(200);
        verb("/v1/typologies/2/types/hybrid:retire", "\"5\"", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("code", equalTo("typology-published"));

        Api.anonymous().get("/v1/typologies").then().statusCode(200).body("items.version", contains(2, 1));
        Api.anonymous()
                .queryParam("label", "skills/labour mobility partnerships")
                .get("/v1/typologies/1/types")
                .then()
                .statusCode(200)
                .body("items.code", contains("skills-labour-mobility"));
        Api.anonymous()
                .get("/v1/typologies/2/mappings")
                .then()
                .statusCode(200)
                .body("items.automatic", contains(false));
        Api.anonymous().get("/v1/typologies/2/types/hybrid").then().statusCode(200);
    }

    @Test
    @Order(4)
    @Tag("P6")
    void theMatrixShowsBothVersionsAndNamesWhatMustBeReadAgain() {
        Api.anonymous()
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(200)
                .body("columns.code", contains("operational", "capacity", "skills-labour-mobility"))
                .body("rows.projectId", hasItem(skills.getString("id")))
                .body("agreement.compared", equalTo(1))
                .body("agreement.agreed", equalTo(0));
        JsonPath second = Api.anonymous()
                .get("/v1/typologies/2/matrix")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(second.getList("columns.code")).containsExactly("operational", "capacity", "hybrid");
        Map<String, Object> row = second.getMap("rows.find { it.projectId == '" + skills.getString("id") + "' }");
        assertThat(row.get("cells")).isEqualTo(List.of());
        assertThat(row.get("toReview").toString()).contains("skills-labour-mobility", "hybrid");
        assertThat(second.<Integer>getList(
                        "rows.find { it.projectId == '" + capacity.getString("id") + "' }.cells.carriedFrom"))
                .containsOnly(1);
    }

    /** F9: one type, three labels. */
    @Test
    @Tag("F9")
    @Order(5)
    @Tag("P18")
    void projectsAreFoundByCodeNameAndAliasOfAType() {
        for (String label :
                List.of("capacity", "NAME of Capacity", "capacity partnerships", "Operational Partnerships")) {
            Api.anonymous()
                    .queryParam("type", label)
                    .get("/v1/projects")
                    .then()
                    .statusCode(200)
                    .body("items.code", hasItem(capacity.getString("code")));
        }
        Api.anonymous().queryParam("type", "cookery").get("/v1/projects").then().body("items", empty());
    }

    @Test
    @Order(5)
    @Tag("P6")
    void thePictureSpeaksTheReadersLanguage() {
        Api.anonymous()
                .accept("image/svg+xml")
                .header("Accept-Language", "de-AT, fr;q=0.5")
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("Projekte nach Art der Partnerschaft"));
        Api.anonymous()
                .accept("image/svg+xml")
                .header("Accept-Language", "tlh, fi;q=0.5")
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body(containsString("Projects by partnership type"));
        Api.anonymous()
                .accept("image/svg+xml")
                .header("Accept-Language", "de")
                .queryParam("language", "fr")
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .body(containsString("Projets par type de partenariat"));
        Api.anonymous()
                .queryParam("language", "tlh")
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?language"));
    }

    @Test
    @Order(5)
    @Tag("P6")
    void theMatrixIsATableAndAPictureToo() throws Exception {
        String csv = Api.anonymous()
                .accept("text/csv")
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).contains(capacity.getString("code")).contains("\"FG\"");
        byte[] xlsx = Api.anonymous()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        String svg = Api.anonymous()
                .accept("image/svg+xml")
                .get("/v1/typologies/1/matrix")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getAttribute("role")).contains("graphics-document");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).contains("typology version 1");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("Name of capacity");
        assertThat(svg).contains("role=\"columnheader\"", "role=\"rowheader\"");
    }

    @Test
    @Order(6)
    @Tag("P5")
    void aPositionInAnExerciseBecomesEvidenceOfTheGranteesView() {
        String id = skills.getString("id");
        UUID exercise = Ids.next();
        new KafkaProbe()
                .send(
                        "mpf.events.positioning.v1",
                        exercise.toString(),
                        headers("eu.mpf.events.project.positioned.v1", exercise),
                        """
                {"exerciseId":"%s","sessionId":"s1","typologyVersion":2,"projectId":"%s","projectCode":"X","means":["hybrid","capacity"],
                 "positionedBy":"ES-SEM","positionedAt":"2023-09-21T14:00:00.000Z"}""".formatted(exercise, id).getBytes(StandardCharsets.UTF_8));

        await(() -> Api.anonymous()
                .get("/v1/projects/{id}/classifications", id)
                .then()
                .body("items.evidence", hasItem("POSITIONING_EXERCISE"))
                .body("items.exerciseId", hasItem(exercise.toString())));
    }

    @Test
    @Order(7)
    @Tag("P21")
    void aPresentationTakesAProjectOffTheListOfThoseNotPresented() {
        String id = capacity.getString("id");
        Api.anonymous()
                .queryParam("notPresented", true)
                .queryParam("code", capacity.getString("code"))
                .get("/v1/projects")
                .then()
                .body("items.id", hasItem(id));
        UUID event = Ids.next();
        String code = capacity.getString("code");
        presented(event, "s2", "\"projectId\":\"%s\",\"projectCode\":\"%s\"".formatted(id, code));
        // The events service may know a project by its code alone, and a programme may name what is none of ours.
        presented(event, "s3", "\"projectCode\":\"A-GUEST-2023\"");
        presented(event, "s4", "\"projectCode\":\"%s\"".formatted(code));

        await(() -> Api.anonymous()
                .get("/v1/projects/{id}/presentations", id)
                .then()
                .statusCode(200)
                .body("items.sessionId", containsInAnyOrder("s2", "s4"))
                .body("items.eventKey", everyItem(equalTo("MPF-EXCHANGE-2023"))));
        Api.anonymous()
                .queryParam("notPresented", true)
                .queryParam("code", capacity.getString("code"))
                .get("/v1/projects")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    private static void presented(UUID event, String session, String project) {
        String data = """
                {"eventId":"%s","eventKey":"MPF-EXCHANGE-2023","eventTitle":{"en":"MPF Exchange Event"},"sessionId":"%s",
                 "sessionTitle":{"en":"Presentations"},%s,"presentedOn":"2023-09-21","typeCode":"capacity"}""".formatted(event, session, project);
        new KafkaProbe()
                .send(
                        "mpf.events.event.v1",
                        event.toString(),
                        headers("eu.mpf.events.project.presented.v1", event),
                        data.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(8)
    void draftsAndTypesAreStaffWork() {
        Api.as("partner")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/v1/typologies")
                .then()
                .statusCode(403);
        officer(null, Map.of()).post("/v1/typologies").then().statusCode(201);
        officer(null, Map.of())
                .post("/v1/typologies")
                .then()
                .statusCode(409)
                .body("code", equalTo("typology-draft-exists"));
        Api.anonymous().get("/v1/typologies/3/matrix").then().statusCode(404).body("detail", containsString("3"));
        officer("\"1\"", type("operational", "Other label"))
                .put("/v1/typologies/3/types/operational")
                .then()
                .statusCode(200);
        officer("\"1\"", type("operational", "Other label"))
                .put("/v1/typologies/3/types/capacity")
                .then()
                .statusCode(400);
    }

    private static Map<String, Object> type(String code, String alias) {
        return Map.of("code", code, "name", Map.of("en", "Name of " + code), "aliases", List.of(alias));
    }

    private static io.restassured.specification.RequestSpecification officer(String etag, Object body) {
        var request = Api.as("programme-officer").contentType(ContentType.JSON).body(body);
        return etag == null ? request : request.header("If-Match", etag);
    }

    private static Response verb(String path, String etag, Object body) {
        var request = Api.as("programme-officer").urlEncodingEnabled(false).header("If-Match", etag);
        return (body == null ? request : request.contentType(ContentType.JSON).body(body)).post(path);
    }

    private static Response classify(JsonPath project, int version, String view, String... means) {
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "typologyVersion",
                        version,
                        "view",
                        view,
                        "means",
                        List.of(means),
                        "decidedBy",
                        "ICMPD",
                        "decidedOn",
                        "2023-09-01"))
                .post("/v1/projects/{id}/classifications", project.getString("id"));
    }

    private static Map<String, String> headers(String type, UUID subject) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", Ids.next().toString(),
                "ce_source", "/events-service",
                "ce_type", type,
                "ce_subject", subject.toString(),
                "ce_time", "2023-09-21T14:00:00.000Z",
                "ce_sequence", "1",
                "content-type", "application/json");
    }

    private static void await(org.awaitility.core.ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(condition);
    }
}
