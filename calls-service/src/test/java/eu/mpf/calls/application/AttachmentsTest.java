package eu.mpf.calls.application;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C12")
class AttachmentsTest {

    private static final String RULES = """
            "attachments": [
              {"code": "DECLARATION", "title": {"en": "Signed declaration"}, "required": true, "section": "5.1",
               "mediaTypes": ["application/pdf"], "maximumBytes": 2000},
              {"code": "LETTER", "title": {"en": "Letter of support"}, "required": false, "maximumFiles": 2}],
            "regions\"""";

    private static String call() {
        return openCall(terms().replace("\"regions\"", RULES));
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Response attach(String applicant, String id, String kind, String name, byte[] bytes, String type) {
        return Api.as(applicant)
                .multiPart("file", name, bytes, type)
                .multiPart("kind", kind)
                .post("/v1/applications/" + id + "/attachments");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aRequiredFileIsMissedWithItsRuleAndTheReceiptNamesTheHashOfEveryFile() throws Exception {
        String id = draft("applicant-lv", call(), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        as("applicant-lv")
                .post(path + ":validate")
                .then()
                .body("failures.ruleId", contains("attachment.DECLARATION"))
                .body("failures[0].pointer", equalTo("/attachments/DECLARATION"))
                .body("failures[0].section", equalTo("5.1"));
        byte[] first = pdf("first");
        String file = attach("applicant-lv", id, "DECLARATION", "declaration.pdf", first, "application/pdf")
                .then()
                .statusCode(201)
                .body("checksum", equalTo(sha256(first)))
                .extract()
                .path("id");
        attach("applicant-lv", id, "LETTER", "letter.pdf", pdf("letter"), "application/pdf")
                .then()
                .statusCode(201);
        var receipt = verb("applicant-lv", path, "submit", null)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String jws = receipt.getString("receipt.receipt");
        Api.anonymous()
                .contentType("application/json")
                .body(Map.of("receipt", jws, "content", receipt.getMap("receipt.content")))
                .post("/v1/receipts:verify")
                .then()
                .body("valid", equalTo(true))
                .body("contentMatches", equalTo(true))
                .body(
                        "receipt.files.hash",
                        containsInAnyOrder("sha-256:" + sha256(first), "sha-256:" + sha256(pdf("letter"))));

        // Handed in: nothing is attached or taken out any more; withdrawn: the draft changes, what was handed in does
        // not.
        attach("applicant-lv", id, "LETTER", "late.pdf", pdf("late"), "application/pdf")
                .then()
                .statusCode(409)
                .body("code", equalTo("application-state"));
        verb("applicant-lv", path, "withdraw", reason()).then().statusCode(200);
        Api.as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .delete(path + "/attachments/" + file)
                .then()
                .statusCode(204);
        Api.as("applicant-lv").get(path + "/attachments").then().body("items.kind", contains("LETTER"));
        byte[] kept = Api.as("applicant-lv")
                .get(path + "/attachments/" + file + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(kept).isEqualTo(first);
        for (String reader : List.of("programme-officer", "data-protection-officer", "auditor")) {
            Api.as(reader)
                    .get(path + "/attachments/" + file + "/accesses")
                    .then()
                    .statusCode(200)
                    .body("items.actor", contains("applicant-lv"));
        }
    }

    @Test
    void typeSizeKindAndNumberAreCheckedByContent() {
        String id = draft("applicant-lv", call(), content("BMVI", "200000.00", "190000.00"));
        attach(
                        "applicant-lv",
                        id,
                        "DECLARATION",
                        "program.pdf",
                        "MZ\u0090 not a document".getBytes(StandardCharsets.ISO_8859_1),
                        "application/pdf")
                .then()
                .statusCode(415);
        attach(
                        "applicant-lv",
                        id,
                        "DECLARATION",
                        "text.txt",
                        "plain words".getBytes(StandardCharsets.UTF_8),
                        "text/plain")
                .then()
                .statusCode(415);
        attach("applicant-lv", id, "DECLARATION", "large.pdf", pdf("x".repeat(3_000)), "application/pdf")
                .then()
                .statusCode(413);
        attach("applicant-lv", id, "PHOTO", "photo.pdf", pdf("photo"), "application/pdf")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/kind"));
        for (int i = 0; i < 2; i++) {
            attach("applicant-lv", id, "LETTER", "letter" + i + ".pdf", pdf("letter" + i), "application/pdf")
                    .then()
                    .statusCode(201);
        }
        attach("applicant-lv", id, "LETTER", "letter3.pdf", pdf("letter3"), "application/pdf")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-attachments"));
    }

    @Test
    void filesOfOthersAreNotFoundAndTheSameUploadTwiceIsOneFile() {
        String id = draft("applicant-lv", call(), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id + "/attachments";
        String key = UUID.randomUUID().toString();
        String first = "";
        for (int i = 0; i < 2; i++) {
            String file = Api.as("applicant-lv")
                    .header("Idempotency-Key", key)
                    .multiPart("file", "declaration.pdf", pdf("one"), "application/pdf")
                    .multiPart("kind", "DECLARATION")
                    .post(path)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(i == 0 || file.equals(first)).isTrue();
            first = file;
        }
        Api.as("applicant-lv").get(path).then().body("items", hasSize(1));
        Api.as("applicant-lv").get(path + "/" + first).then().statusCode(200).body("kind", equalTo("DECLARATION"));
        for (String other : new String[] {"applicant-lt", "programme-officer", "evaluator-1"}) {
            Api.as(other).get(path).then().statusCode(404);
            Api.as(other).get(path + "/" + first + "/content").then().statusCode(404);
        }
        attach("applicant-lt", id, "LETTER", "letter.pdf", pdf("letter"), "application/pdf")
                .then()
                .statusCode(404);
        String another = draft("applicant-lt", call(), "{}");
        Api.as("applicant-lt")
                .get("/v1/applications/" + another + "/attachments/" + first + "/content")
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("C6")
    void attachmentsCanBeAskedForByARuleAndABadOneIsRefusedAtPublication() {
        String rule = """
                {"id": "letters", "words": {"en": "Without a partner of the country there is a letter."},
                 "expression": "application.attachments.exists(a, a.kind == 'LETTER') || size(application.partners) > 0",
                 "pointer": "/attachments"}, {"id": "partner-country\"""";
        String call = openCall(terms().replace("\"regions\"", RULES).replace("{\"id\": \"partner-country\"", rule));
        String id = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        as("applicant-lv")
                .post("/v1/applications/" + id + ":validate")
                .then()
                .body("failures.ruleId", containsInAnyOrder("attachment.DECLARATION", "letters"));
        String bad = terms().replace("\"regions\"", RULES.replace("application/pdf", "application/x-sh"));
        verb("programme-officer", "/v1/calls/" + draftCall(bad).path("id"), "publish", null)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/attachments/0/mediaTypes/0"));
    }

    @Test
    void whatTheScannerFoundHarmfulKeepsTheApplicationOut() throws Exception {
        String id = draft("applicant-lv", call(), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        attach("applicant-lv", id, "DECLARATION", "declaration.pdf", pdf("clean " + id), "application/pdf")
                .then()
                .statusCode(201);
        byte[] harmful = pdf("harmful " + id);
        String file = attach("applicant-lv", id, "LETTER", "letter.pdf", harmful, "application/pdf")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Sql.execute("UPDATE file_content SET scan = 'INFECTED' WHERE checksum = decode(?, 'hex')", sha256(harmful));
        verb("applicant-lv", path, "submit", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("rules-failed"))
                .body("errors.code", contains("attachment.infected"))
                .body("errors.pointer", contains("/attachments/" + file));
        Api.as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .delete(path + "/attachments/" + file)
                .then()
                .statusCode(204);
        verb("applicant-lv", path, "submit", null).then().statusCode(200);
    }
}
