package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.web.file.FileOwner;
import eu.mpf.web.file.FileProblem;
import eu.mpf.web.file.FileScanner;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.file.Upload;
import eu.mpf.web.notes.NoteFiles;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X15")
class FilesTest {
    @Inject
    FileScanner scanner;

    @Inject
    StoredFiles files;

    @Inject
    Sql sql;

    private final String note = UUID.randomUUID().toString();

    @BeforeEach
    void empty() {
        TestServers.CLAMD.confused = false;
        sql.update("TRUNCATE stored_file, file_content, file_chunk, file_access");
    }

    private static RequestSpecification caller() {
        return given().auth().oauth2(TestTokens.of("lv", Map.of("organisation", "LV-SBG"), "applicant"));
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** As browsers send it: the name in UTF-8. */
    private static byte[] form(String name, byte[] bytes) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private ValidatableResponse upload(String name, String type, byte[] bytes) {
        return caller().multiPart("file", name, bytes, type)
                .post("/v1/note-files/" + note)
                .then();
    }

    private String uploaded(String text) {
        return upload("a.pdf", "application/pdf", pdf(text))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse download(String id) {
        return caller().get("/v1/note-files/file/" + id + "/content").then();
    }

    private long count(String table) {
        return sql.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }

    @Test
    void aFileComesBackByteForByteWithSafeHeadersAndALineInTheLog() {
        var bytes = new byte[(2 << 20) + 12_345];
        new Random(7).nextBytes(bytes);
        System.arraycopy(pdf(""), 0, bytes, 0, 9);
        String id = caller().contentType("multipart/form-data; boundary=x")
                .body(form("Žádost o grant.pdf", bytes))
                .post("/v1/note-files/" + note)
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(bytes.length))
                .body("state", equalTo("QUARANTINED"))
                .body("version", equalTo(1))
                .extract()
                .path("id");
        scanner.scanDue();
        var answer = download(id)
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("Content-Length", Integer.toString(bytes.length))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", containsString("filename*=UTF-8''%C5%BD%C3%A1dost%20o%20"))
                .extract();
        assertThat(answer.asByteArray()).isEqualTo(bytes);
        caller().header("If-None-Match", answer.header("ETag"))
                .get("/v1/note-files/file/" + id + "/content")
                .then()
                .statusCode(304);
        caller().get("/v1/note-files/file/" + id + "/accesses")
                .then()
                .body("items", hasSize(2))
                .body("items[0].actor", equalTo("lv"))
                .body("items[0].organisation", equalTo("LV-SBG"));
    }

    @Test
    void equalBytesAreKeptAndScannedOnce() {
        uploaded("same");
        uploaded("same");
        var before = TestServers.CLAMD.scans.get();
        scanner.scanDue();
        assertThat(TestServers.CLAMD.scans.get() - before).isEqualTo(1);
        assertThat(count("file_content")).isEqualTo(1);
        assertThat(count("stored_file")).isEqualTo(2);
    }

    @Test
    void whatTheScannerFindsIsNeverGivenOut() {
        var id = uploaded("EICAR");
        download(id).statusCode(409).body("code", equalTo("file-not-clean"));
        scanner.scanDue();
        download(id).statusCode(409).body("detail", containsString("harmful"));
        caller().get("/v1/note-files/" + note).then().body("items[0].state", equalTo("INFECTED"));
    }

    @Test
    void withoutAVerdictAFileStaysInQuarantineAndIsTriedAgainLater() {
        TestServers.CLAMD.confused = true;
        var id = uploaded("undecided");
        scanner.scanDue();
        download(id).statusCode(409);
        TestServers.CLAMD.confused = false;
        scanner.scanDue();
        download(id).statusCode(409);
        sql.update("UPDATE file_content SET due_at = now()");
        scanner.scanDue();
        download(id).statusCode(200);
    }

    @Test
    void twoInstancesShareTheWork() throws Exception {
        for (int i = 0; i < 10; i++) {
            var text = "file " + i;
            QuarkusTransaction.requiringNew()
                    .run(() -> files.store(
                            new FileOwner("note", text),
                            Upload.of("a.pdf", "application/pdf", null, pdf(text)),
                            NoteFiles.RULES));
        }
        var before = TestServers.CLAMD.scans.get();
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.submit(scanner::scanDue);
            threads.submit(scanner::scanDue);
        }
        assertThat(TestServers.CLAMD.scans.get() - before).isEqualTo(10);
        assertThat(count("file_content WHERE scan = 'CLEAN'")).isEqualTo(10);
    }

    @Test
    void tooLargeIsRefusedWithItsCodeAndPointer() {
        upload("a.pdf", "application/pdf", pdf("x".repeat(3 << 20)))
                .statusCode(413)
                .body("code", equalTo("file-too-large"))
                .body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void oneFileMoreThanAllowedIsRefusedAlsoWhenTwoComeAtOnce() throws Exception {
        uploaded("one");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var statuses = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> upload("a.pdf", "application/pdf", pdf("racer " + i))
                            .extract()
                            .statusCode()))
                    .toList();
            assertThat(statuses).extracting(java.util.concurrent.Future::get).containsExactlyInAnyOrder(201, 409);
        }
        upload("a.pdf", "application/pdf", pdf("late")).body("code", equalTo("too-many-files"));
    }

    @Test
    void aRetriedUploadIsAnsweredAsTheFirstThoughItsFormHasAnotherBoundary() {
        var key = UUID.randomUUID().toString();
        String first = null;
        for (var boundary : new String[] {"aaaa", "bbbb"}) {
            var answer = caller().header("Idempotency-Key", key)
                    .contentType("multipart/form-data; boundary=" + boundary)
                    .multiPart("file", "a.pdf", pdf("once"), "application/pdf")
                    .post("/v1/note-files/" + note)
                    .then()
                    .statusCode(201)
                    .extract();
            if (first == null) {
                first = answer.path("id");
            }
            assertThat(answer.<String>path("id")).isEqualTo(first);
        }
        caller().header("Idempotency-Key", key)
                .multiPart("file", "a.pdf", pdf("other bytes"), "application/pdf")
                .post("/v1/note-files/" + note)
                .then()
                .statusCode(422);
        assertThat(count("stored_file")).isEqualTo(1);
    }

    @Test
    void aNewVersionLeavesTheOldOneWhereItWas() {
        var first = uploaded("first");
        String second = caller().multiPart("file", "b.pdf", pdf("second"), "application/pdf")
                .post("/v1/note-files/file/" + first + "/versions")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("chain", equalTo(first))
                .extract()
                .path("id");
        scanner.scanDue();
        assertThat(download(first).extract().asByteArray()).isEqualTo(pdf("first"));
        caller().get("/v1/note-files/" + note).then().body("items", hasSize(1)).body("items[0].id", equalTo(second));
    }

    @Test
    void aFileHasAHundredVersionsAtMost() {
        var id = UUID.fromString(uploaded("first"));
        sql.update("UPDATE stored_file SET version = 99 WHERE id = ?", id);
        var last =
                QuarkusTransaction.requiringNew().call(() -> files.replace(id, version("hundredth"), NoteFiles.RULES));
        assertThat(last.version()).isEqualTo(100);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .call(() -> files.replace(last.id(), version("one more"), NoteFiles.RULES)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(FileProblem.TOO_MANY_FILES));
    }

    private static Upload version(String text) {
        return Upload.of("a.pdf", "application/pdf", null, pdf(text));
    }

    @Test
    void removedBytesGoUnlessAnotherFileHasThem() {
        var one = UUID.fromString(uploaded("shared"));
        var other = UUID.fromString(uploaded("shared"));
        QuarkusTransaction.requiringNew().run(() -> files.remove(one));
        assertThat(count("file_content")).isEqualTo(1);
        QuarkusTransaction.requiringNew().run(() -> files.remove(other));
        assertThat(count("file_content")).isZero();
        assertThat(count("file_chunk")).isZero();
        download(one.toString()).statusCode(404);
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        caller().multiPart("language", "en")
                .post("/v1/note-files/" + note)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void aFileNeedsTheTransactionOfWhatItBelongsTo() {
        var upload = Upload.of("a.pdf", "application/pdf", null, pdf(""));
        assertThatThrownBy(() -> files.store(new FileOwner("note", note), upload, NoteFiles.RULES))
                .isInstanceOf(IllegalStateException.class);
    }
}
