package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C7")
class GuidelinesTest {

    private static final String OFFICER = "programme-officer";

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Response bring(String identity, String path, byte[] bytes, @Nullable String language) {
        RequestSpecification request = Api.as(identity).multiPart("file", "guidelines.pdf", bytes, "application/pdf");
        return (language == null ? request : request.multiPart("language", language)).post(path + "/guidelines");
    }

    private static String brought(String path, byte[] bytes, @Nullable String language) {
        return bring(OFFICER, path, bytes, language)
                .then()
                .statusCode(201)
                .body("editions", empty())
                .extract()
                .path("id");
    }

    private static Map<String, Object> naming(String... files) {
        return Map.of(
                "guidelines",
                Map.of(
                        "files",
                        Arrays.stream(files).map(id -> Map.of("fileId", id)).toList()));
    }

    private static String drafted() {
        return "/v1/calls/" + draftCall(terms()).path("id");
    }

    private static void publishedWith(String path, String... files) {
        patch(OFFICER, path, Map.of("terms", naming(files))).then().statusCode(200);
        verb(OFFICER, path, "publish", null).then().statusCode(200);
    }

    @Test
    void theGuidelinesArePublicOnceTheCallIs() throws Exception {
        String path = drafted();
        String english = brought(path, pdf("en"), null);
        String french = brought(path, pdf("fr"), "fr");
        Api.anonymous().get(path + "/guidelines").then().statusCode(404);
        Api.anonymous().get(path + "/guidelines/" + english + "/content").then().statusCode(404);
        patch(OFFICER, path, Map.of("terms", naming(english, french)))
                .then()
                .statusCode(200)
                .body("terms.guidelines.label", equalTo("1.0"))
                .body("terms.guidelines.files.language", contains("en", "fr"))
                .body("terms.guidelines.files.version", contains(1, 1))
                .body("terms.guidelines.files.checksum", contains(sha256(pdf("en")), sha256(pdf("fr"))));
        verb(OFFICER, path, "publish", null).then().statusCode(200);

        Api.anonymous()
                .get(path + "/guidelines")
                .then()
                .statusCode(200)
                .body("items.language", containsInAnyOrder("en", "fr"))
                .body("items.editions", contains(List.of(1), List.of(1)));
        Api.anonymous().get(path + "/guidelines/" + french).then().body("checksum", equalTo(sha256(pdf("fr"))));
        Response content = Api.anonymous().get(path + "/guidelines/" + french + "/content");
        assertThat(content.asByteArray()).isEqualTo(pdf("fr"));
        assertThat(content.header("Content-Language")).isEqualTo("fr");
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void aReceiptNamesTheVersionItWasHandedInUnderWhateverComesAfter() throws Exception {
        String path = drafted();
        String first = brought(path, pdf("first"), null);
        publishedWith(path, first);
        String application =
                draft("applicant-lv", path.substring("/v1/calls/".length()), content("BMVI", "200000.00", "190000.00"));
        String applicationPath = "/v1/applications/" + application;
        String jws = verb("applicant-lv", applicationPath, "submit", null)
                .then()
                .statusCode(200)
                .body("receipt.guidelines.fileId", contains(first))
                .extract()
                .path("receipt.receipt");

        String second = brought(path, pdf("second"), "en");
        Api.anonymous().get(path + "/guidelines/" + second).then().statusCode(404);
        Api.as(OFFICER).get(path + "/guidelines").then().body("items.version", contains(1, 2));
        Map<String, Object> line = Map.of("section", "2", "was", "one year", "is", "two years");
        verb(
                        OFFICER,
                        path,
                        "amend",
                        Map.of("reason", "Longer", "corrections", List.of(line), "changes", naming(second)))
                .then()
                .statusCode(200)
                .body("terms.guidelines.files.version", contains(2));
        Api.anonymous()
                .get(path + "/corrigenda")
                .then()
                .body("items[0].guidelines.files.fileId", contains(second))
                .body("items[0].guidelines.files.checksum", contains(sha256(pdf("second"))));
        Api.anonymous()
                .get(path + "/guidelines")
                .then()
                .body("items.id", contains(first, second))
                .body("items.editions", contains(List.of(1), List.of(2)));
        assertThat(Api.anonymous()
                        .get(path + "/guidelines/" + first + "/content")
                        .asByteArray())
                .isEqualTo(pdf("first"));

        Api.as("applicant-lv")
                .get(applicationPath + "/receipt")
                .then()
                .statusCode(200)
                .body("callEdition", equalTo(1))
                .body("guidelines.version", contains(1))
                .body("guidelines.hash", contains("sha-256:" + sha256(pdf("first"))));
        Api.anonymous()
                .contentType("application/json")
                .body(Map.of("receipt", jws))
                .post("/v1/receipts:verify")
                .then()
                .body("valid", equalTo(true))
                .body("receipt.guidelines.hash", contains("sha-256:" + sha256(pdf("first"))));
    }

    @Test
    void termsNameOnlyFilesOfTheirOwnCallAndOneInEachLanguage() {
        String path = drafted();
        String first = brought(path, pdf("first"), "en");
        String second = brought(path, pdf("second"), "en");
        String foreign = brought(drafted(), pdf("foreign"), "fr");
        patch(OFFICER, path, Map.of("terms", naming(first, second, foreign)))
                .then()
                .statusCode(400)
                .body("errors.code", contains("duplicate", "unknown-file"))
                .body(
                        "errors.pointer",
                        contains("/terms/guidelines/files/1/fileId", "/terms/guidelines/files/2/fileId"));
        Api.as(OFFICER).get(path + "/guidelines/" + foreign).then().statusCode(404);
    }

    @Test
    void whatIsFilledInCannotBeMadeUp() throws Exception {
        String path = drafted();
        String file = brought(path, pdf("true"), "en");
        patch(
                        OFFICER,
                        path,
                        Map.of(
                                "terms",
                                Map.of(
                                        "guidelines",
                                        Map.of(
                                                "files",
                                                List.of(Map.of("fileId", file, "checksum", "00", "version", 9))))))
                .then()
                .statusCode(200)
                .body("terms.guidelines.files.version", contains(1))
                .body("terms.guidelines.files.checksum", contains(sha256(pdf("true"))));
    }

    @Test
    void aFileThatIsNotFoundCleanKeepsTheCallIn() throws Exception {
        String path = drafted();
        byte[] bytes = pdf("harmful " + path);
        String file = brought(path, bytes, "en");
        patch(OFFICER, path, Map.of("terms", naming(file))).then().statusCode(200);
        Sql.execute("UPDATE file_content SET scan = 'INFECTED' WHERE checksum = decode(?, 'hex')", sha256(bytes));
        verb(OFFICER, path, "publish", null)
                .then()
                .statusCode(400)
                .body("code", equalTo("call-not-publishable"))
                .body("errors.pointer", contains("/guidelines/files/0/fileId"));
        Api.as(OFFICER).get(path + "/guidelines/" + file + "/content").then().statusCode(409);
    }

    @Test
    void onlyProgrammeOfficersBringThemAndOnlyDocuments() {
        String path = drafted();
        bring("applicant-lv", path, pdf("own"), "en").then().statusCode(403);
        bring(OFFICER, path, pdf("klingon"), "tlh")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/language"));
        Api.as(OFFICER)
                .multiPart("file", "guidelines.txt", "words".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(path + "/guidelines")
                .then()
                .statusCode(415);
        verb(OFFICER, path, "publish", null).then().statusCode(200);
        verb(OFFICER, path, "cancel", reason()).then().statusCode(200);
        bring(OFFICER, path, pdf("late"), "en").then().statusCode(409).body("code", equalTo("call-state"));
    }

    @Test
    void aDraftThatIsThrownAwayTakesItsFilesAlong() {
        String path = drafted();
        String file = brought(path, pdf("short-lived"), "en");
        Api.as(OFFICER)
                .header("If-Match", etag(OFFICER, path))
                .delete(path)
                .then()
                .statusCode(204);
        assertThat(Sql.count("SELECT count(*) FROM stored_file WHERE id = ?::uuid", file))
                .isZero();
    }

    @Test
    void aLinkAloneIsStillEnough() {
        String path = drafted();
        publishedWith(path);
        Api.anonymous()
                .get(path)
                .then()
                .body("terms.guidelines.label", equalTo("1.0"))
                .body("terms.guidelines.files", empty());
        Api.anonymous().get(path + "/guidelines").then().body("items", empty());
        assertThat(get("programme-officer", path).<Object>get("terms.guidelines.url"))
                .isNull();
    }
}
