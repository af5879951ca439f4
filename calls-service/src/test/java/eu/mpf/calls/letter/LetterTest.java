package eu.mpf.calls.letter;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.calls.AtOnce;
import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PdfUa;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class LetterTest {

    @Inject
    LetterBatchJob job;

    /** Refusals can be reviewed for thirty days. */
    private static String reviewable() {
        return officerTerms()
                .replace("\"quorum\": 1}", "\"quorum\": 1, \"review\": {\"days\": 30, \"answerDays\": 60}}");
    }

    private static Map<String, Object> rejection() {
        return Map.of("outcome", "REJECT", "reasons", "The third criterion is below its threshold.");
    }

    @Test
    @Tag("C19")
    void theApplicantLearnsOfADecisionByItsLetterAndNotBefore() {
        String id = eligible("applicant-lv", openCall(reviewable()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        Awarding.letter(id).then().statusCode(409).body("code", equalTo("letter-not-due"));
        Awarding.decide(id, rejection()).then().statusCode(200);
        Api.as("applicant-lv").get(path).then().body("status", equalTo("ELIGIBLE"));
        Api.as("programme-officer")
                .get(path)
                .then()
                .body("status", equalTo("REJECTED"))
                .body("publicStatus", equalTo("ELIGIBLE"));
        Api.as("applicant-lv").get(path + "/decision").then().statusCode(404);
        Api.as("programme-officer").get(path + "/decision").then().statusCode(200);

        String letter = Awarding.letter(id)
                .then()
                .statusCode(201)
                .body("kind", equalTo("REJECTION"))
                .body("mailed", equalTo(true))
                .body("text", containsString("The third criterion is below its threshold."))
                .body("text", containsString("You may ask for a review of this decision until"))
                .extract()
                .path("id");
        Awarding.letter(id).then().statusCode(409).body("code", equalTo("letter-not-due"));
        Api.as("applicant-lv").get(path).then().body("status", equalTo("REJECTED"));
        Api.as("applicant-lv").get(path + "/decision").then().statusCode(200).body("outcome", equalTo("REJECT"));
        Api.as("applicant-lv")
                .accept("text/plain")
                .get(path + "/letters/" + letter)
                .then()
                .statusCode(200)
                .body(containsString("not selected"));
        Api.as("applicant-lt").get(path + "/letters").then().statusCode(404);
        String reference = get("applicant-lv", path).getString("reference");
        Mailbox.await(message ->
                message.subject().contains(reference) && message.subject().contains("not selected"));
    }

    @Test
    @Tag("C19")
    void aRefusalThatSaysNothingOfRedressDoesNotGoOut() {
        String id = eligible("applicant-lv", openCall(officerTerms()), content("BMVI", "200000.00", "190000.00"));
        Awarding.decide(id, rejection()).then().statusCode(200);
        Awarding.letter(id).then().statusCode(409).body("code", equalTo("letter-incomplete"));
        assertThat(Sql.count("SELECT count(*) FROM decision_letter WHERE application_id = ?::uuid", id))
                .isZero();
    }

    /** It is seen at once, and its letter says why and how to challenge it: once, singly or in a batch. */
    @Test
    @Tag("C19")
    @Tag("C20")
    void whoseAwardIsTakenBackGetsALetterWithReasonsAndRedressOnce() {
        String call = openCall(officerTerms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String grant =
                Awarding.decideByOfficer(id).then().statusCode(200).extract().path("grantId");
        Awarding.letter(id).then().statusCode(201).body("kind", equalTo("AWARD"));
        verb("programme-officer", "/v1/grants/" + grant, "withdraw", Map.of("reason", "The partner is insolvent."))
                .then()
                .statusCode(200);
        Api.as("applicant-lv").get(path).then().body("status", equalTo("REVOKED"));
        Awarding.letter(id).then().statusCode(409).body("code", equalTo("letter-incomplete"));

        String other = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String second =
                Awarding.decideByOfficer(other).then().statusCode(200).extract().path("grantId");
        verb(
                        "programme-officer",
                        "/v1/grants/" + second,
                        "withdraw",
                        Map.of("reason", "The partner is insolvent.", "redress", "Within a month, at the court."))
                .then()
                .statusCode(200);
        batch(call, false).then().statusCode(200).body("issued", equalTo(1)).body("refused", equalTo(1));
        Awarding.letter(other).then().statusCode(409).body("code", equalTo("letter-not-due"));
        assertThat(get("applicant-lv", "/v1/applications/" + other + "/letters").<String>getList("items.kind"))
                .containsExactly("REVOCATION");
        assertThat(get("applicant-lv", "/v1/applications/" + other + "/letters").getString("items[0].text"))
                .contains("190,000.00", "The partner is insolvent.", "Within a month, at the court.");
        batch(call, false).then().statusCode(200).body("issued", equalTo(0));
        String reference = get("applicant-lv", "/v1/applications/" + other).getString("reference");
        Mailbox.await(message ->
                message.subject().contains(reference) && message.subject().contains("award withdrawn"));
        // Withdrawn is withdrawn: there is no refusal that a review could overturn.
        as("applicant-lv")
                .body(Map.of("applicationId", other, "grounds", "It is not."))
                .post("/v1/review-requests")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-review"));
    }

    @Test
    @Tag("C19")
    void aBatchAnswersPerApplicationAndSendsEachLetterOnceHoweverOftenAsked() throws Exception {
        String call = openCall(officerTerms());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00")));
        }
        for (String id : ids.subList(0, 3)) {
            Awarding.decideByOfficer(id).then().statusCode(200);
        }
        Awarding.decide(ids.get(3), rejection()).then().statusCode(200);
        batch(call, true)
                .then()
                .statusCode(200)
                .body("issued", equalTo(3))
                .body("refused", equalTo(1))
                .body("items.find { !it.issued }.code", equalTo("letter-incomplete"));
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(
                    () -> batch(call, false).then().statusCode(200).extract().path("issued"));
        }
        int issued = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(requests)) {
                issued += answer.get();
            }
        }
        assertThat(issued).as("letters of all batches together").isEqualTo(3);
        assertThat(Sql.count(
                        "SELECT count(*) FROM decision_letter l JOIN mail_outbox m ON m.dedup_key = 'letter/' || l.id"
                                + " WHERE l.call_id = ?::uuid",
                        call))
                .isEqualTo(3);
    }

    @Test
    @Tag("C19")
    void aLetterIsATaggedDocumentInItsLanguage() throws Exception {
        String id = eligible("applicant-lv", openCall(reviewable()), content("BMVI", "200000.00", "190000.00"));
        Awarding.decide(id, Map.of("outcome", "REJECT", "reasons", "Le coût de <l'équipement> & autres est excessif."))
                .then()
                .statusCode(200);
        String letter = as("programme-officer")
                .body(Map.of("language", "fr"))
                .post("/v1/applications/" + id + "/letters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        byte[] pdf = Api.as("applicant-lv")
                .accept("application/pdf")
                .get("/v1/applications/" + id + "/letters/" + letter)
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .extract()
                .asByteArray();
        Files.write(Path.of("target/letter.pdf"), pdf); // to be looked at
        assertThat(PdfUa.faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(get("applicant-lv", "/v1/applications/" + id + "/letters/" + letter)
                            .getString("subject"));
            assertThat(new PDFTextStripper().getText(document)).contains("Le coût de <l'équipement> & autres");
        }
        Api.as("applicant-lt")
                .accept("application/pdf")
                .get("/v1/applications/" + id + "/letters/" + letter)
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("C19")
    void manyLettersAreAnOperationThatTwoInstancesWorkOnAndThatACrashDoesNotRepeat() throws Exception {
        String call = openCall(officerTerms());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00")));
        }
        for (String id : ids.subList(0, 2)) {
            Awarding.decideByOfficer(id).then().statusCode(200);
        }
        Awarding.decide(ids.get(2), rejection()).then().statusCode(200);
        Response started = as("programme-officer").body(Map.of()).post("/v1/calls/" + call + "/letters:batch");
        started.then().statusCode(202).body("state", equalTo("RUNNING")).body("progress.total", equalTo(3));
        String operation = started.header("Location").replaceAll("^https?://[^/]+", "");
        AtOnce.twice(job::run);
        // A crash before the end was noted: it is looked at again, and nothing is left to do.
        Sql.execute("UPDATE letter_batch SET finished_at = NULL WHERE call_id = ?::uuid", call);
        job.run();
        Api.as("programme-officer")
                .get(operation)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUCCEEDED"))
                .body("progress.done", equalTo(3))
                .body("result.issued", equalTo(2))
                .body("result.refused", equalTo(1))
                .body("result.items.find { !it.issued }.code", equalTo("letter-incomplete"));
        assertThat(Sql.count("SELECT count(*) FROM decision_letter WHERE call_id = ?::uuid", call))
                .isEqualTo(2);
        byte[] archive = Api.as("programme-officer")
                .accept("application/zip")
                .get(operation + "/letters")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        int documents = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                assertThat(PdfUa.faults(zip.readAllBytes())).isEmpty();
                documents++;
            }
        }
        assertThat(documents).isEqualTo(2);
        Api.as("applicant-lv").get(operation).then().statusCode(403);
    }

    private static Response batch(String call, boolean validateOnly) {
        return as("programme-officer")
                .queryParam("validateOnly", validateOnly)
                .body(Map.of())
                .post("/v1/calls/" + call + "/letters");
    }

    @Test
    @Tag("C27")
    void anOverturnedRefusalOpensTheApplicationAgainAndTheNextLetterIsAnother() {
        String call = openCall(reviewable());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.decide(id, rejection()).then().statusCode(200);
        file("applicant-lv", id).then().statusCode(409).body("code", equalTo("no-review"));
        Awarding.letter(id).then().statusCode(201);
        file("applicant-lt", id).then().statusCode(404);
        String review = file("applicant-lv", id)
                .then()
                .statusCode(201)
                .body("status", equalTo("FILED"))
                .body("overdue", equalTo(false))
                .extract()
                .path("id");
        String path = "/v1/review-requests/" + review;
        file("applicant-lv", id).then().statusCode(409).body("code", equalTo("review-state"));
        Api.as("applicant-lt").get(path).then().statusCode(404);
        verb("programme-officer", path, "decide", Map.of("outcome", "OVERTURNED", "reasons", "The mark was misread."))
                .then()
                .statusCode(200)
                .body("status", equalTo("OVERTURNED"));
        verb("programme-officer", path, "decide", Map.of("outcome", "UPHELD", "reasons", "Again"))
                .then()
                .statusCode(409)
                .body("code", equalTo("review-state"));
        Api.as("applicant-lv").get("/v1/applications/" + id).then().body("status", equalTo("ELIGIBLE"));
        Api.as("programme-officer")
                .get("/v1/applications/" + id + "/decision")
                .then()
                .statusCode(404);
        Awarding.decideByOfficer(id).then().statusCode(200);
        Awarding.letter(id).then().statusCode(201).body("kind", equalTo("AWARD"));
        assertThat(get("applicant-lv", "/v1/applications/" + id + "/letters").<String>getList("items.kind"))
                .containsExactly("REJECTION", "AWARD");
        String reference = get("applicant-lv", path).getString("reference");
        Mailbox.await(message ->
                message.subject().contains(reference) && message.text().contains("misread"));
        Api.as("programme-officer")
                .queryParam("callId", call)
                .get("/v1/review-requests")
                .then()
                .body("items.id", equalTo(List.of(review)));
    }

    @Test
    @Tag("C27")
    void aReviewIsAskedForUntilTheEndOfTheLastDayAndAnUpheldRefusalStands() {
        String call = openCall(reviewable());
        String late = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.decide(late, rejection()).then().statusCode(200);
        Awarding.letter(late).then().statusCode(201);
        Sql.execute(
                "UPDATE decision_letter SET review_until = now() - interval '1 second' WHERE application_id = ?::uuid",
                late);
        file("applicant-lv", late).then().statusCode(409).body("code", equalTo("deadline-passed"));

        String excluded = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + excluded;
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(Map.of("eligible", false, "note", "The declaration is not signed."))
                .post(path + "/eligibility")
                .then()
                .statusCode(200);
        Awarding.letter(excluded)
                .then()
                .statusCode(201)
                .body("kind", equalTo("INELIGIBLE"))
                .body("text", containsString("The declaration is not signed."));
        String review =
                file("applicant-lv", excluded).then().statusCode(201).extract().path("id");
        verb(
                        "programme-officer",
                        "/v1/review-requests/" + review,
                        "decide",
                        Map.of("outcome", "UPHELD", "reasons", "It is not signed."))
                .then()
                .statusCode(200);
        Api.as("applicant-lv").get(path).then().body("status", equalTo("INELIGIBLE"));
        file("applicant-lv", excluded).then().statusCode(409);
    }

    @Test
    @Tag("C27")
    void whoAskedForAReviewMayTakeItBackAndTheRefusalStands() {
        String id = eligible("applicant-lv", openCall(reviewable()), content("BMVI", "200000.00", "190000.00"));
        Awarding.decide(id, rejection()).then().statusCode(200);
        Awarding.letter(id).then().statusCode(201);
        String path = "/v1/review-requests/"
                + file("applicant-lv", id).then().statusCode(201).extract().<String>path("id");
        String seen = etag("applicant-lv", path);
        as("programme-officer")
                .header("If-Match", seen)
                .post(path + ":withdraw")
                .then()
                .statusCode(403);
        as("applicant-lt")
                .header("If-Match", seen)
                .post(path + ":withdraw")
                .then()
                .statusCode(404);
        verb("applicant-lv", path, "withdraw", null).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        verb("programme-officer", path, "decide", Map.of("outcome", "UPHELD", "reasons", "Late"))
                .then()
                .statusCode(409)
                .body("code", equalTo("review-state"));
        Api.as("applicant-lv").get("/v1/applications/" + id).then().body("status", equalTo("REJECTED"));
    }

    private static Response file(String applicant, String application) {
        return as(applicant)
                .body(Map.of("applicationId", application, "grounds", "The annex was there."))
                .post("/v1/review-requests");
    }
}
