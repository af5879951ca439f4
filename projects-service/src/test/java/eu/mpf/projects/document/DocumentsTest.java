package eu.mpf.projects.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Website;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P20")
class DocumentsTest {

    private static final byte[] PDF = "%PDF-1.7\nfirst\n%%EOF".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND = "%PDF-1.7\nsecond, longer\n%%EOF".getBytes(StandardCharsets.UTF_8);

    @Test
    void aKnowledgeItemHasLanguageLicenceChecksumAndVersionsThatStay() throws Exception {
        String project = project(lead());
        JsonPath document = add(
                        Api.as("programme-officer"),
                        project,
                        "guide.pdf",
                        PDF,
                        Map.of(
                                "title",
                                "Guide des patrouilles",
                                "language",
                                "fr",
                                "kind",
                                "KNOWLEDGE_ITEM",
                                "licence",
                                "cc-by",
                                "visibility",
                                "PUBLIC"))
                .then()
                .statusCode(201)
                .body("title.fr", equalTo("Guide des patrouilles"))
                .body("licence", equalTo("CC-BY-4.0"))
                .body("file.language", equalTo("fr"))
                .body("file.mediaType", equalTo("application/pdf"))
                .body("file.checksum", equalTo(checksum(PDF)))
                .body("file", not(hasKey("uploadedBy")))
                .extract()
                .jsonPath();
        String id = document.getString("id");

        document = Api.as("programme-officer")
                .header("If-Match", Portfolio.etag(document))
                .multiPart("file", "guide.pdf", SECOND, "application/pdf")
                .post("/v1/projects/{p}/documents/{d}/versions", project, id)
                .then()
                .statusCode(200)
                .body("file.version", equalTo(2))
                .extract()
                .jsonPath();
        Api.anonymous()
                .get("/v1/projects/{p}/documents/{d}/versions", project, id)
                .then()
                .statusCode(200)
                .body("items.checksum", contains(checksum(SECOND), checksum(PDF)));
        assertThat(download("/v1/projects/{p}/documents/{d}/content", project, id))
                .isEqualTo(SECOND);
        assertThat(download("/v1/projects/{p}/documents/{d}/versions/1/content", project, id))
                .isEqualTo(PDF);
        Api.as("auditor")
                .get("/v1/projects/{p}/documents/{d}/accesses", project, id)
                .then()
                .statusCode(200)
                .body("items.actor", contains("anonymous", "anonymous"));

        Api.as("programme-officer")
                .header("If-Match", "\"1\"")
                .delete("/v1/projects/{p}/documents/{d}", project, id)
                .then()
                .statusCode(412);
        Api.as("programme-officer")
                .header("If-Match", Portfolio.etag(document))
                .delete("/v1/projects/{p}/documents/{d}", project, id)
                .then()
                .statusCode(204);
        Api.anonymous()
                .get("/v1/projects/{p}/documents/{d}", project, id)
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("X23")
    void aDocumentIsPublishedWithLinksThatLeadSomewhere() throws Exception {
        String lead = lead();
        String project = project(lead);
        JsonPath document = add(
                        Portfolio.asLead(lead), project, "guide.pdf", PDF, Map.of("title", "Guide", "licence", "cc-by"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        try (Website site = new Website()) {
            document = describe(project, document, "INTERNAL", site.gone())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            describe(project, document, "PUBLIC", site.gone())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("links-not-sound"))
                    .body("errors.pointer", contains("/description/en"));
            describe(project, document, "PUBLIC", site.there()).then().statusCode(200);
            add(Api.as("programme-officer"), project, "more.pdf", PDF, titled("See " + site.gone()))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("links-not-sound"))
                    .body("errors.pointer", contains("/title/en"));
            add(Api.as("programme-officer"), project, "more.pdf", PDF, titled("See " + site.there()))
                    .then()
                    .statusCode(201);
        }
    }

    private static Map<String, String> titled(String title) {
        return Map.of("title", title, "licence", "cc-by", "visibility", "PUBLIC");
    }

    private static Response describe(String project, JsonPath document, String visibility, String link) {
        return Api.as("programme-officer")
                .contentType("application/merge-patch+json")
                .header("If-Match", Portfolio.etag(document))
                .body(Map.of("visibility", visibility, "description", Map.of("en", "More at " + link)))
                .patch("/v1/projects/{p}/documents/{d}", project, document.getString("id"));
    }

    @Test
    void whatIsInternalIsForTheStaffAndTheLeadAndTheFacilityPublishes() {
        String lead = lead();
        String project = project(lead);
        JsonPath document = add(
                        Portfolio.asLead(lead),
                        project,
                        "list.pdf",
                        PDF,
                        Map.of("title", "Attendance", "kind", "REPORT_ANNEX"))
                .then()
                .statusCode(201)
                .body("visibility", equalTo("INTERNAL"))
                .extract()
                .jsonPath();
        String id = document.getString("id");

        Api.anonymous()
                .get("/v1/projects/{p}/documents/{d}", project, id)
                .then()
                .statusCode(404);
        Api.anonymous()
                .get("/v1/projects/{p}/documents/{d}/content", project, id)
                .then()
                .statusCode(404);
        Api.as("applicant-lv")
                .get("/v1/projects/{p}/documents/{d}", project, id)
                .then()
                .statusCode(404);
        Api.anonymous().get("/v1/projects/{p}/documents", project).then().body("items.size()", equalTo(0));
        Portfolio.asLead(lead).get("/v1/projects/{p}/documents", project).then().body("items.size()", equalTo(1));
        add(Api.as("applicant-lv"), project, "list.pdf", PDF, Map.of("title", "Not mine"))
                .then()
                .statusCode(404);
        add(
                        Portfolio.asLead(lead),
                        project,
                        "list.pdf",
                        PDF,
                        Map.of("title", "Mine", "visibility", "PUBLIC", "licence", "CC0-1.0"))
                .then()
                .statusCode(403);
        patch(Api.as("programme-officer"), project, document, Map.of("visibility", "PUBLIC"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/licence"));
        document = patch(
                        Api.as("programme-officer"),
                        project,
                        document,
                        Map.of("visibility", "PUBLIC", "licence", "CC-BY-4.0"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Api.anonymous()
                .get("/v1/projects/{p}/documents/{d}", project, id)
                .then()
                .statusCode(200);
        patch(Portfolio.asLead(lead), project, document, Map.of("title", Map.of("en", "Mine again")))
                .then()
                .statusCode(403);
    }

    @Test
    void typeBySizeAndContentIsCheckedAndWhatIsMissingIsNamed() {
        String project = project(lead());
        RequestSpecification officer = Api.as("programme-officer");
        add(
                        officer,
                        project,
                        "a.pdf",
                        "MZ\u0000\u0001 not a document".getBytes(StandardCharsets.ISO_8859_1),
                        Map.of("title", "A"))
                .then()
                .statusCode(415);
        add(Api.as("programme-officer"), project, "a.pdf", PDF, Map.of("kind", "OTHER"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/title"));
        add(Api.as("programme-officer"), project, "a.pdf", PDF, Map.of("title", "A", "licence", "WTFPL"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/licence"));
        add(Api.as("programme-officer"), project, "a.pdf", PDF, Map.of("title", "A", "kind", "NOVEL"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/kind"));
        Api.as("programme-officer")
                .multiPart("title", "A")
                .post("/v1/projects/{p}/documents", project)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/file"));
    }

    @Test
    void aFormThatIsCutOffIsTheSendersFault() {
        Api.as("programme-officer")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .header("If-Match", "\"1\"")
                .contentType("multipart/form-data; boundary=cut")
                .body("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7")
                .post("/v1/projects/{p}/documents/{d}/versions", project(lead()), project(lead()))
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    private static String lead() {
        String lead = Portfolio.code("DOCS");
        Portfolio.organisation(lead, "Lead " + lead);
        return lead;
    }

    private static String project(String lead) {
        return Portfolio.project(Portfolio.code("DOC"), Map.of("leadOrganisation", lead))
                .getString("id");
    }

    private static Response add(
            RequestSpecification who, String project, String name, byte[] bytes, Map<String, String> fields) {
        who.multiPart("file", name, bytes, "application/pdf");
        fields.forEach(who::multiPart);
        return who.post("/v1/projects/{p}/documents", project);
    }

    private static Response patch(RequestSpecification who, String project, JsonPath document, Map<String, ?> changes) {
        return who.header("If-Match", Portfolio.etag(document))
                .contentType("application/merge-patch+json")
                .body(changes)
                .patch("/v1/projects/{p}/documents/{d}", project, document.getString("id"));
    }

    private static byte[] download(String path, String project, String document) {
        return Api.anonymous()
                .get(path, project, document)
                .then()
                .statusCode(200)
                .header("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
    }

    private static String checksum(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
