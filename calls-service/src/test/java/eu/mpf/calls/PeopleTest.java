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

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
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
        assertThat(Sql.value(
                        String.class,
                        "SELECT before::text || after::text FROM audit_entry WHERE action = 'application.contact'"
                                + " AND object_id = ?",
                        id))
                .contains("\"named\": true", "\"changed\": [\"email\", \"name\"]")
                .doesNotContain("Ilze", "lead.example");
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
        String hash = hashes.ofSubject(evaluator);
        assertThat(exported("accounts", hash)).singleElement().satisfies(told -> {
            assertThat(told.path("column").asText()).isEqualTo("evaluation.evaluator");
            assertThat(told.at("/record/application_id").asText()).isEqualTo(id);
            assertThat(told.at("/record/status").asText()).isEqualTo("ASSIGNED");
        });
        assertThat(erased("accounts", hash)).isEqualTo(new SubjectData.Erased(0, 1));
    }

    @Test
    void aSignedInPersonIsFoundUnderTheAccountAndUnderTheAddressItsTokensTell() {
        String account = "account-" + UUID.randomUUID();
        String address = account + "@lead.example";
        Map<String, Object> claims = Map.of("sub", account, "email", address);
        String call = openCall(Calling.terms());
        String application = signedIn(claims)
                .body("{\"callId\": \"%s\"}".formatted(call))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        signedIn(claims)
                .body(Map.of("question", "May a border police academy lead?"))
                .post("/v1/calls/" + call + "/clarifications")
                .then()
                .statusCode(201);
        signedIn(claims)
                .body("{\"name\": \"Mine\", \"criteria\": {\"q\": \"border\"}, \"frequency\": \"DAILY\"}")
                .post("/v1/saved-searches")
                .then()
                .statusCode(201);
        String ofAccount = hashes.ofSubject(account);
        String ofAddress = hashes.ofWritten(address).orElseThrow();
        for (String part : List.of("application-contacts", "saved-searches")) {
            SubjectData data = named(part);
            assertThat(QuarkusTransaction.requiringNew().call(() -> data.otherNames(ofAccount)))
                    .containsExactly(ofAddress);
            assertThat(QuarkusTransaction.requiringNew().call(() -> data.otherNames(ofAddress)))
                    .containsExactly(ofAccount);
        }
        assertThat(exported("accounts", ofAccount))
                .extracting(told -> told.path("column").asText())
                .contains("audit_entry.actor");
        assertThat(exported("clarifications", ofAccount))
                .singleElement()
                .satisfies(told -> assertThat(told.path("question").asText()).contains("border police academy"));
        for (String part : List.of("application-contacts", "saved-searches", "clarifications")) {
            assertThat(exported(part, ofAccount)).as(part).hasSize(1);
            assertThat(erased(part, ofAccount)).as(part).isEqualTo(new SubjectData.Erased(1, 0));
            assertThat(exported(part, ofAccount)).as(part).isEmpty();
            assertThat(exported(part, ofAddress)).as(part).isEmpty();
        }
        assertThat(Sql.count("SELECT count(*) FROM application WHERE id = ?::uuid", application))
                .as("the application itself stays")
                .isOne();
    }

    @Test
    void aMailboxThatSeveralShareProvesNothingOfAnyOfThem() {
        String address = UUID.randomUUID() + "@shared.example";
        String call = openCall(Calling.terms());
        List<String> accounts = List.of("first-" + UUID.randomUUID(), "second-" + UUID.randomUUID());
        for (String account : accounts) {
            signedIn(Map.of("sub", account, "email", address))
                    .body("{\"callId\": \"%s\"}".formatted(call))
                    .post("/v1/applications")
                    .then()
                    .statusCode(201);
        }
        SubjectData contacts = named("application-contacts");
        String first = hashes.ofSubject(accounts.getFirst());
        assertThat(QuarkusTransaction.requiringNew().call(() -> contacts.otherNames(first)))
                .isEmpty();
        assertThat(erased("application-contacts", first)).isEqualTo(new SubjectData.Erased(1, 0));
        assertThat(exported("application-contacts", hashes.ofSubject(accounts.getLast())))
                .hasSize(1);
    }

    private static RequestSpecification signedIn(Map<String, Object> claims) {
        return Api.as("applicant-lv", claims).contentType("application/json");
    }

    private List<? extends JsonNode> exported(String part, String hash) {
        SubjectData data = named(part);
        return QuarkusTransaction.requiringNew().call(() -> data.export(hash));
    }

    private SubjectData.Erased erased(String part, String hash) {
        SubjectData data = named(part);
        return QuarkusTransaction.requiringNew().call(() -> data.erase(hash));
    }

    @Test
    void whoSatInACommitteeIsToldSoAndKept() {
        String member = "committee-" + UUID.randomUUID();
        String call = openCall(Calling.terms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.meeting(call, List.of(id), member);
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
