package eu.mpf.calls.ranking;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import eu.mpf.calls.Awarding;
import eu.mpf.calls.Calling;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class PreselectionTest {

    private static final String CRITERIA =
            "{\"minimum\": 0, \"maximum\": 5, \"criteria\": [{\"code\": \"relevance\", \"title\": {\"en\": \"Relevance\"}},"
                    + " {\"code\": \"quality\", \"title\": {\"en\": \"Quality\"}}, {\"code\": \"impact\", \"title\": {\"en\": \"Impact\"}}]}";

    @Test
    void conceptNotesAreTakenInOrderOfScoreUntilTwiceTheEnvelopeIsReached() {
        String call = openCall(terms().replace(
                        "\"conceptNote\": false",
                        "\"conceptNote\": true, \"preselection\": {\"envelopeMultiple\": \"2\"}")
                .replace("\"scoring\": {", "\"scoring\": {\"CONCEPT_NOTE\": " + CRITERIA + ",")
                .replace("\"amount\": \"6000000.00\"", "\"amount\": \"150000.00\""));
        String second = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String first = submitted("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        String third = submitted("applicant-pt", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(second, 4, 4, 4);
        Awarding.consensus(first, 5, 5, 5);
        Awarding.consensus(third, 1, 1, 1);
        Api.as("programme-officer")
                .queryParam("stage", "CONCEPT_NOTE")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(first, second, third))
                .body("items.standing", contains("RECOMMENDED", "RECOMMENDED", "RESERVE"));
    }

    /** Whoever is invited has taken a share: asking again does not begin anew, but one that is taken back leaves its place. */
    @Test
    @Tag("C9")
    void whatTheInvitedAskForIsNotGivenASecondTime() {
        String call = openCall(terms().replace(
                        "\"conceptNote\": false",
                        "\"conceptNote\": true, \"preselection\": {\"envelopeMultiple\": \"2\"}")
                .replace("\"scoring\": {", "\"scoring\": {\"CONCEPT_NOTE\": " + CRITERIA + ",")
                .replace("\"amount\": \"6000000.00\"", "\"amount\": \"150000.00\""));
        String first = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String second = submitted("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        String third = submitted("applicant-pt", call, content("BMVI", "200000.00", "190000.00"));
        String fourth = submitted("applicant-pt", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(first, 5, 5, 5);
        Awarding.consensus(second, 4, 4, 4);
        Awarding.consensus(third, 3, 3, 3);
        Awarding.consensus(fourth, 2, 2, 2);
        notes(call, "RECOMMENDED", "RECOMMENDED", "RESERVE", "RESERVE");
        invite(first);
        notes(call, "RECOMMENDED", "RESERVE", "RESERVE");
        invite(second);
        // What an invited applicant writes now moves no one else.
        Calling.patch("applicant-lt", "/v1/applications/" + second, "{\"content\": {\"euShare\": null}}")
                .then()
                .statusCode(200);
        notes(call, "RESERVE", "RESERVE");
        Calling.verb("applicant-lt", "/v1/applications/" + second, "withdraw", Calling.reason())
                .then()
                .statusCode(200);
        notes(call, "RECOMMENDED", "RESERVE");
    }

    /** Whose note is accepted is told so, once for each invitation, with the deadline where the call has one. */
    @Test
    @Tag("C9")
    void anInvitedApplicantIsToldByMail() {
        String notes = terms().replace("\"conceptNote\": false", "\"conceptNote\": true")
                .replace("\"scoring\": {", "\"scoring\": {\"CONCEPT_NOTE\": " + CRITERIA + ",");
        String dated = submitted("applicant-lv", openCall(notes), content("BMVI", "200000.00", "190000.00"));
        invite(dated);
        String reference =
                Calling.get("applicant-lv", "/v1/applications/" + dated).getString("reference");
        assertThat(invitations(dated)).isEqualTo(1);
        assertThat(Mailbox.await(message -> message.subject().contains("You are invited: " + reference))
                        .text())
                .contains("Joint border surveillance", "November 30, 2099", "as decided", "/v1/applications/" + dated);
        Calling.verb("programme-officer", "/v1/applications/" + dated, "invite", Calling.reason())
                .then()
                .statusCode(409);
        assertThat(invitations(dated)).isEqualTo(1);
        String open = submitted(
                "applicant-lv",
                openCall(notes.replaceAll("\"deadlines\": \\[[^]]*]", "\"deadlines\": []")),
                content("BMVI", "200000.00", "190000.00"));
        invite(open);
        assertThat(Mailbox.await(message -> message.text().contains("/v1/applications/" + open))
                        .text())
                .contains("hand in the full application.")
                .doesNotContain(" by ");
    }

    private static long invitations(String application) {
        return Sql.count(
                "SELECT count(*) FROM mail_outbox WHERE dedup_key LIKE ?", "application/" + application + "/invited/%");
    }

    private static void invite(String application) {
        Calling.verb("programme-officer", "/v1/applications/" + application, "invite", Calling.reason())
                .then()
                .statusCode(200);
    }

    private static void notes(String call, String... standings) {
        Api.as("programme-officer")
                .queryParam("stage", "CONCEPT_NOTE")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .statusCode(200)
                .body("items.standing", contains(standings));
    }

    @Test
    void whatProjectsServiceKnowsOfAnOrganisationCountsForTheRules() {
        String code = "T-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> claims = Map.of("organisation", code, "sub", "somebody");
        new KafkaProbe()
                .send(
                        "mpf.projects.organisation.v1",
                        code,
                        Map.of(
                                "ce_specversion",
                                "1.0",
                                "ce_id",
                                UUID.randomUUID().toString(),
                                "ce_source",
                                "/projects-service",
                                "ce_type",
                                "eu.mpf.projects.organisation.registered.v1",
                                "ce_subject",
                                UUID.randomUUID().toString(),
                                "ce_time",
                                "2026-01-01T00:00:00.000Z",
                                "ce_sequence",
                                "1",
                                "content-type",
                                "application/json"),
                        "{\"code\":\"%s\",\"name\":\"Guard\",\"kind\":\"NGO\",\"country\":\"LV\",\"formerNames\":[]}"
                                .formatted(code)
                                .getBytes(StandardCharsets.UTF_8));
        String call = openCall(terms());
        String id = Api.as("applicant-lv", claims)
                .contentType("application/json")
                .body("{\"callId\": \"%s\", \"content\": %s}"
                        .formatted(call, content("BMVI", "200000.00", "190000.00")))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awarding.await(() -> Api.as("applicant-lv", claims)
                .post("/v1/applications/" + id + ":validate")
                .jsonPath()
                .getList("failures.ruleId")
                .contains("lead-member-state"));
        as("applicant-lt").post("/v1/applications/" + id + ":validate").then().statusCode(404);
        Calling.as("programme-officer").get("/v1/applications/" + id).then().statusCode(404);
    }
}
