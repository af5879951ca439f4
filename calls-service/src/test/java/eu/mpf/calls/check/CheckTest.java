package eu.mpf.calls.check;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.mpf.calls.Awarding;
import eu.mpf.calls.Calling;
import eu.mpf.calls.consultation.ConsultationReminderService;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C13")
class CheckTest {

    private static final String CHECKED = """
            "check": {"days": 30, "clarificationDays": 7, "checklist": [
              {"code": "signed", "words": {"en": "The declaration is signed.", "fr": "La déclaration est signée."}, "optional": false},
              {"code": "logo", "words": {"en": "A logo is attached."}, "optional": true}]},
            "decision\"""";

    @Inject
    ConsultationReminderService reminders;

    private static String checkedTerms() {
        return officerTerms().replace("\"decision\"", CHECKED);
    }

    @Test
    void theCheckListOfTheCallIsAnsweredPointByPoint() {
        String id = submitted("applicant-lv", openCall(checkedTerms()), content("BMVI", "200000.00", "190000.00"));
        check(id, true, List.of(Map.of("item", "logo", "met", true), Map.of("item", "flag", "met", true)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/checklist/1/item", "/checklist"));
        check(id, true, List.of(Map.of("item", "signed", "met", false), Map.of("item", "logo", "met", true)))
                .then()
                .statusCode(400)
                .body("errors.code", contains("not-met"));
        check(id, true, List.of(Map.of("item", "signed", "met", true), Map.of("item", "logo", "met", false)))
                .then()
                .statusCode(200)
                .body("status", equalTo("ELIGIBLE"));
        Api.as("applicant-lv")
                .get("/v1/applications/" + id + "/eligibility")
                .then()
                .statusCode(200)
                .body("checklist.item", contains("signed", "logo"));
    }

    private static Response check(String id, boolean eligible, List<Map<String, Object>> checklist) {
        String path = "/v1/applications/" + id;
        return as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(Map.of("eligible", eligible, "checklist", checklist))
                .post(path + "/eligibility");
    }

    @Test
    void aQuestionStopsTheClockUntilTheAnswerAndIsMailedOnce() {
        String id = submitted("applicant-lv", openCall(checkedTerms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String reference = get("applicant-lv", path).getString("reference");
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .body(Map.of("email", "lead@example.org", "name", "Ilze Ozola", "language", "fr"))
                .put(path + "/contact")
                .then()
                .statusCode(200);
        assertThat(get("programme-officer", path + "/clock").getBoolean("running"))
                .isTrue();
        verb("programme-officer", path, "return", Map.of("reason", "Qui a signé ?", "items", List.of("signed", "flag")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/items/1"));
        verb("programme-officer", path, "return", Map.of("reason", "Too late", "dueAt", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/dueAt"));
        verb("programme-officer", path, "return", Map.of("reason", "Qui a signé ?", "items", List.of("signed")))
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"));
        var clock = get("programme-officer", path + "/clock");
        assertThat(clock.getBoolean("running")).isFalse();
        assertThat(clock.getInt("limitDays")).isEqualTo(30);
        var mail = Mailbox.await(message ->
                message.to().contains("lead@example.org") && message.subject().contains(reference));
        assertThat(mail.subject()).startsWith("Une question");
        assertThat(mail.text()).contains("Qui a signé ?");

        String request = get("applicant-lv", path + "/clarification-requests").getString("items[0].id");
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .post(path + "/clarification-requests/" + request + ":lapse")
                .then()
                .statusCode(409)
                .body("code", equalTo("clarification-state"));
        check(id, true, List.of()).then().statusCode(400);
        verb("applicant-lv", path, "resume", Map.of("answer", "Le directeur."))
                .then()
                .statusCode(200)
                .body("application.status", equalTo("SUBMITTED"));
        Api.as("programme-officer")
                .get(path + "/clarification-requests")
                .then()
                .body("items.status", contains("ANSWERED"))
                .body("items.answer", contains("Le directeur."))
                .body("items.late", contains(false));
        assertThat(get("programme-officer", path + "/clock").getBoolean("running"))
                .isTrue();
        assertThat(Mailbox.messages().stream()
                        .filter(message -> message.subject().contains(reference))
                        .count())
                .isEqualTo(1);
        Api.as("applicant-lt").get(path + "/clarification-requests").then().statusCode(404);
    }

    @Test
    void withoutAnAnswerTheCheckGoesOnOnceTheQuestionWasDue() {
        String id = submitted("applicant-lv", openCall(checkedTerms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        verb("programme-officer", path, "return", Map.of("reason", "Who signed?"))
                .then()
                .statusCode(200);
        Sql.execute(
                "UPDATE clarification_request SET asked_at = asked_at - interval '8 days', due_at = due_at - interval '8 days'"
                        + " WHERE application_id = ?::uuid",
                id);
        String request =
                get("programme-officer", path + "/clarification-requests").getString("items[0].id");
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .post(path + "/clarification-requests/" + request + ":lapse")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        verb("applicant-lv", path, "resume", null).then().statusCode(409);
        check(id, false, List.of(Map.of("item", "signed", "met", false), Map.of("item", "logo", "met", false)))
                .then()
                .statusCode(200)
                .body("status", equalTo("INELIGIBLE"))
                .body("publicStatus", equalTo("SUBMITTED"));
        Api.as("applicant-lv").get(path).then().body("status", equalTo("SUBMITTED"));
        Api.as("applicant-lv").get(path + "/eligibility").then().statusCode(404);
        Api.as("applicant-lv")
                .queryParam("status", "INELIGIBLE")
                .get("/v1/applications")
                .then()
                .body("items.findAll { it.id == '" + id + "' }.size()", equalTo(0));
        assertThat(get("applicant-lv", path + "/history").<String>getList("items.to"))
                .doesNotContain("INELIGIBLE");
        assertThat(get("programme-officer", path + "/history").<String>getList("items.to"))
                .contains("INELIGIBLE");
    }

    @Test
    void whatLapsesIsWhatWasHandedInAndNotWhatWasDraftedSince() {
        String call = openCall(officerTerms());
        String id = Calling.draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String kept = attach(id, "kept");
        String receipt = verb("applicant-lv", path, "submit", null)
                .then()
                .statusCode(200)
                .extract()
                .path("receipt.contentHash");
        verb("programme-officer", path, "return", Map.of("reason", "Who signed?"))
                .then()
                .statusCode(200);
        Calling.patch(
                        "applicant-lv",
                        path,
                        "{\"content\": {\"euShare\": {\"amount\": \"380000.00\", \"currency\": \"EUR\"}, \"acronym\": \"MORE\"}}")
                .then()
                .statusCode(200);
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .body("{\"organisation\": \"LT-SBGS\", \"role\": \"CO_APPLICANT\", \"country\": \"LT\"}")
                .post(path + "/partners")
                .then()
                .statusCode(201);
        Api.as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .delete(path + "/attachments/" + kept)
                .then()
                .statusCode(204);
        attach(id, "unsigned");
        Api.as("programme-officer").get(path).then().body("content.euShare.amount", equalTo("190000.00"));
        Sql.execute(
                "UPDATE clarification_request SET asked_at = asked_at - interval '30 days', due_at = due_at - interval '30 days'"
                        + " WHERE application_id = ?::uuid",
                id);
        String request =
                get("programme-officer", path + "/clarification-requests").getString("items[0].id");
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .post(path + "/clarification-requests/" + request + ":lapse")
                .then()
                .statusCode(200)
                .body("content.euShare.amount", equalTo("190000.00"));
        Api.as("applicant-lv")
                .get(path)
                .then()
                .body("content.acronym", equalTo("JBS"))
                .body("content.euShare.amount", equalTo("190000.00"))
                .body("partners.size()", equalTo(0));
        Api.as("applicant-lv").get(path + "/attachments").then().body("items.id", contains(kept));
        Api.as("applicant-lv").get(path + "/receipt").then().body("contentHash", equalTo(receipt));
        check(id, true, List.of()).then().statusCode(200);
        Awarding.decideByOfficer(id).then().statusCode(200).body("amount.amount", equalTo("190000.00"));
    }

    private static String attach(String id, String text) {
        return Api.as("applicant-lv")
                .multiPart(
                        "file",
                        text + ".pdf",
                        ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8),
                        "application/pdf")
                .multiPart("kind", "OTHER")
                .post("/v1/applications/" + id + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    @Tag("C7")
    @Tag("rule-2")
    void anAnswerIsJudgedByTheEditionOfTheSubmissionWhateverMoneyIsLeft() {
        String call = openCall(officerTerms());
        String id = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        verb("programme-officer", path, "return", Map.of("reason", "Who signed?"))
                .then()
                .statusCode(200);
        Map<String, Object> never =
                Map.of("id", "never", "words", Map.of("en", "No."), "expression", "false", "pointer", "");
        verb(
                        "programme-officer",
                        "/v1/calls/" + call,
                        "amend",
                        Map.of("reason", "stricter", "changes", Map.of("rules", List.of(never))))
                .then()
                .statusCode(200);
        Sql.execute("UPDATE call SET depleted_funds = '[\"BMVI\"]' WHERE id = ?::uuid", call);
        as("applicant-lv")
                .post(path + ":validate")
                .then()
                .statusCode(200)
                .body("callEdition", equalTo(1))
                .body("valid", equalTo(true));
        var answered = verb("applicant-lv", path, "resume", Map.of("answer", "The director."))
                .then()
                .statusCode(200)
                .body("application.callEdition", equalTo(1))
                .body("receipt.callEdition", equalTo(1))
                .extract();
        Api.anonymous()
                .contentType("application/json")
                .body(Map.of("receipt", answered.<String>path("receipt.receipt")))
                .post("/v1/receipts:verify")
                .then()
                .body("receipt.callEdition", equalTo(1));
        String later = Calling.draft("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        as("applicant-lt")
                .post("/v1/applications/" + later + ":validate")
                .then()
                .body("failures.ruleId", hasItem("fund.depleted"))
                .body("failures.ruleId", hasItem("never"));
    }

    @Test
    @Tag("C14")
    void bodiesAreConsultedInRoundsAndRemindedOnceAndLateAdviceShows() {
        String call = openCall(officerTerms());
        String id = Calling.eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id + "/consultations";
        String contact = id.substring(24) + "@delegation.example";
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        String first = ask(path, Map.of("dueOn", tomorrow, "contact", contact, "language", "de"), 201);
        ask(path, Map.of("dueOn", tomorrow), 409);
        ask(path, Map.of("dueOn", tomorrow, "round", 3), 400);
        ask(path, Map.of("dueOn", "2020-01-01", "round", 2), 400);
        String second = ask(path, Map.of("dueOn", tomorrow, "round", 2), 201);

        reminders.remind();
        reminders.remind();
        var mail = Mailbox.awaitTo(contact);
        assertThat(mail.subject()).startsWith("Erinnerung");
        assertThat(Sql.count("SELECT count(*) FROM mail_outbox WHERE recipient = ?", contact))
                .isEqualTo(1);

        Sql.execute("UPDATE consultation SET due_on = due_on - 10 WHERE id = ?::uuid", first);
        Api.as("programme-officer").get(path).then().body("items.late", hasItem(true));
        advise(path, first).then().statusCode(200).body("late", equalTo(true)).body("status", equalTo("ADVISED"));
        advise(path, first).then().statusCode(409).body("code", equalTo("consultation-state"));
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path + "/" + second))
                .body(Calling.reason())
                .post(path + "/" + second + ":cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        // Negative advice binds nobody.
        Awarding.decideByOfficer(id).then().statusCode(200);
    }

    private static String ask(String path, Map<String, Object> more, int status) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("body", "EU Delegation to Moldova", "kind", "DELEGATION", "consultee", "consultee"));
        Response answer = as("programme-officer").body(body).post(path);
        answer.then().statusCode(status);
        return answer.path("id");
    }

    private static Response advise(String path, String id) {
        return as("consultee")
                .header("If-Match", etag("consultee", path + "/" + id))
                .body(Map.of("opinion", "NEGATIVE", "advice", "Rather not."))
                .post(path + "/" + id + ":advise");
    }
}
