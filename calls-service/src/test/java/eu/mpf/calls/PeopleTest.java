package eu.mpf.calls;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X12")
class PeopleTest {

    @Inject
    @Any
    Instance<SubjectData> people;

    @Inject
    PersonHash hashes;

    @Test
    void aContactIsExportedAndErasedOnceWhileTheLetterAndTheFiguresStay() {
        String address = UUID.randomUUID() + "@lead.example";
        String id = eligible("applicant-lv", openCall(officerTerms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .body(Map.of("email", address.toUpperCase(Locale.ROOT), "name", "Ilze Ozola"))
                .put(path + "/contact")
                .then()
                .statusCode(200);
        Api.as("applicant-lv")
                .get(path + "/contact")
                .then()
                .statusCode(200)
                .body("name", equalTo("Ilze Ozola"))
                .header("Cache-Control", containsString("no-store"));
        Api.as("evaluator-1").get(path + "/contact").then().statusCode(404);
        Awarding.decideByOfficer(id).then().statusCode(200);
        Awarding.letter(id).then().statusCode(201);
        SubjectData contacts = named("application-contacts");
        String hash = hashes.ofWritten(address).orElseThrow();
        assertThat(QuarkusTransaction.requiringNew().call(() -> contacts.export(hash)))
                .singleElement()
                .satisfies(contact -> assertThat(contact.path("name").asText()).isEqualTo("Ilze Ozola"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> contacts.erase(hash)))
                .isEqualTo(new SubjectData.Erased(1, 1));
        assertThat(QuarkusTransaction.requiringNew().call(() -> contacts.erase(hash)))
                .isEqualTo(new SubjectData.Erased(0, 0));
        Api.as("applicant-lv").get(path + "/contact").then().statusCode(404);
        assertThat(Calling.get("applicant-lv", path + "/letters").getList("items"))
                .hasSize(1);
    }

    @Test
    void whoReviewedIsToldToTheEvaluatorAndKept() {
        String evaluator = "evaluator-" + UUID.randomUUID();
        String id = eligible("applicant-lv", openCall(officerTerms()), content("BMVI", "200000.00", "190000.00"));
        Awarding.assign(id, evaluator);
        SubjectData evaluations = named("evaluations");
        String hash = hashes.ofSubject(evaluator);
        assertThat(QuarkusTransaction.requiringNew().call(() -> evaluations.export(hash)))
                .hasSize(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> evaluations.erase(hash)))
                .isEqualTo(new SubjectData.Erased(0, 1));
    }

    @Test
    void whoSatInACommitteeIsToldSoAndKept() {
        String member = "committee-" + UUID.randomUUID();
        String call = openCall(Calling.terms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.meeting(call, java.util.List.of(id), member);
        SubjectData meetings = named("committee-meetings");
        String hash = hashes.ofSubject(member);
        assertThat(QuarkusTransaction.requiringNew().call(() -> meetings.export(hash)))
                .singleElement()
                .satisfies(seat -> assertThat(seat.path("role").asText()).isEqualTo("MEMBER"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> meetings.erase(hash)))
                .isEqualTo(new SubjectData.Erased(0, 1));
    }

    private SubjectData named(String name) {
        return people.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
