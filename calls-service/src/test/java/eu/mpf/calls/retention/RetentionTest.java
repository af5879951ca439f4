package eu.mpf.calls.retention;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.subject.RetentionRule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The calls of these tests have their deadline in 2099, so that only what is looked back on from later is due. */
@MpfTest
@Tag("X12")
class RetentionTest {

    private static final LocalDate BEFORE_THE_DEADLINE = LocalDate.of(2099, 11, 1);
    private static final LocalDate AFTER_THE_DEADLINE = LocalDate.of(2100, 1, 1);

    @Inject
    @Any
    Instance<RetentionRule> rules;

    private void letGo(String purpose, LocalDate before) {
        RetentionRule rule = rules.stream()
                .filter(each -> each.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
        int records;
        do {
            records = QuarkusTransaction.requiringNew().call(() -> rule.letGo(before));
        } while (records > 0);
    }

    private static long count(String from, String id) {
        return Sql.count("SELECT count(*) FROM " + from, UUID.fromString(id));
    }

    private static void writeTo(String id, String address) {
        String path = "/v1/applications/" + id;
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .body(Map.of("email", address, "name", "Ilze Ozola"))
                .put(path + "/contact")
                .then()
                .statusCode(200);
    }

    @Test
    void anApplicationNoGrantCameOfLosesItsWordsAndPeopleAndKeepsItsFigures() {
        String call = openCall(officerTerms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String held = eligible("applicant-lv", call, content("BMVI", "150000.00", "140000.00"));
        String unfinished = draft("applicant-lv", call, content("ISF", "150000.00", "130000.00"));
        String withdrawn = submitted("applicant-lt", call, content("BMVI", "120000.00", "110000.00"));
        verb("applicant-lt", "/v1/applications/" + withdrawn, "withdraw", reason())
                .then()
                .statusCode(200);
        writeTo(id, "ilze@lead.example");
        writeTo(held, "ilze@lead.example");
        Awarding.decideByOfficer(held).then().statusCode(200);
        String hash = Sql.value(
                String.class, "SELECT content_hash FROM submission WHERE application_id = ?", UUID.fromString(id));

        letGo("application", BEFORE_THE_DEADLINE);
        assertThat(count("application WHERE let_go_at IS NULL AND id = ?", id)).isEqualTo(1);

        letGo("application", AFTER_THE_DEADLINE);
        for (String gone : new String[] {id, unfinished, withdrawn}) {
            assertThat(count("application WHERE content::text ~ 'surveillance|Border|Experts' AND id = ?", gone))
                    .isZero();
            assertThat(count("application_contact WHERE application_id = ?", gone))
                    .isZero();
            assertThat(count("submission WHERE content <> '{}' AND application_id = ?", gone))
                    .isZero();
        }
        Api.as("programme-officer")
                .get("/v1/applications/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("ELIGIBLE"))
                .body("content.fund", equalTo("BMVI"))
                .body("content.partnerCountries", hasItems("MD"))
                .body("content.lead", equalTo(null));
        for (String part : new String[] {"", "/partners"}) {
            Api.as("programme-officer")
                    .get("/v1/applications/" + withdrawn + part)
                    .then()
                    .statusCode(200);
        }
        assertThat(count(
                        "application WHERE total = 200000 AND eu_share = 190000 AND organisation <> '' AND id = ?", id))
                .isEqualTo(1);
        assertThat(Sql.value(
                        String.class,
                        "SELECT content_hash FROM submission WHERE application_id = ? AND receipt <> ''",
                        UUID.fromString(id)))
                .isEqualTo(hash);
        assertThat(count("application WHERE let_go_at IS NULL AND content -> 'title' IS NOT NULL AND id = ?", held))
                .as("a grant stands on it")
                .isEqualTo(1);
        assertThat(count("application_contact WHERE application_id = ?", held)).isPositive();
    }

    @Test
    void anAwardProcedureIsHeldWhileAGrantIsOpenAndNamesNobodyAfterwards() {
        String evaluator = "evaluator-" + UUID.randomUUID();
        String call = openCall(officerTerms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String evaluation = Awarding.assign(id, evaluator);
        Awarding.decideByOfficer(id).then().statusCode(200);
        Awarding.letter(id).then().statusCode(201);
        String grant = Sql.value(
                String.class, "SELECT id::text FROM grant_agreement WHERE application_id = ?", UUID.fromString(id));

        LocalDate longAfter = LocalDate.of(2200, 1, 1);
        letGo("award", longAfter);
        assertThat(count("evaluation WHERE evaluator LIKE 'evaluator-%' AND id = ?", evaluation))
                .as("not signed")
                .isEqualTo(1);

        verb("finance-officer", "/v1/grants/" + grant, "sign", null).then().statusCode(200);
        Sql.execute(
                "UPDATE grant_agreement SET action = action || '{\"startDate\": \"2199-01-01\"}' WHERE id = ?",
                UUID.fromString(grant));
        letGo("award", longAfter);
        assertThat(count("evaluation WHERE evaluator LIKE 'evaluator-%' AND id = ?", evaluation))
                .as("the action goes on until 2201")
                .isEqualTo(1);

        letGo("award", LocalDate.of(2201, 2, 1));
        assertThat(count("evaluation WHERE evaluator LIKE 'gone/%' AND comments = '{}' AND id = ?", evaluation))
                .isEqualTo(1);
        assertThat(count(
                        "decision_letter WHERE body = '' AND issued_by = '' AND reference <> '' AND call_id = ?", call))
                .isEqualTo(1);
        assertThat(count("grant_agreement WHERE eu_share = 190000 AND status = 'SIGNED' AND id = ?", grant))
                .as("figures stay")
                .isEqualTo(1);
        assertThat(count("call WHERE let_go_at IS NOT NULL AND id = ?", call)).isEqualTo(1);
    }

    @Test
    void whoAskedIsForgottenAYearAfterTheDeadlineAndTheAnswerStays() {
        String call = openCall(officerTerms());
        as("applicant-lv")
                .body(Map.of("question", "Who may lead?"))
                .post("/v1/calls/" + call + "/clarifications")
                .then()
                .statusCode(201);
        letGo("clarification", BEFORE_THE_DEADLINE);
        assertThat(count("clarification WHERE asked_by <> '' AND call_id = ?", call))
                .isEqualTo(1);
        letGo("clarification", AFTER_THE_DEADLINE);
        assertThat(count("clarification WHERE asked_by = '' AND question <> '' AND call_id = ?", call))
                .isEqualTo(1);
    }

    @Test
    void everyPurposeIsAdministeredWithinItsBounds() {
        Api.as("data-protection-officer")
                .get("/v1/admin/personal-data/calls/retention")
                .then()
                .statusCode(200)
                .body("items.purpose", hasItems("application", "award", "clarification", "consultation-contact"))
                .body("items.find { it.purpose == 'award' }.period", equalTo("P10Y"))
                .body("items.find { it.purpose == 'award' }.shortest", equalTo("P5Y"));
    }
}
