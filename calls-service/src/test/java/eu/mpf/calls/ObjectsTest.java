package eu.mpf.calls;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.submitted;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Tokens;
import eu.mpf.testkit.access.OwnedObject;
import eu.mpf.testkit.access.OwnershipMatrix;
import eu.mpf.web.security.Roles;
import java.util.List;
import java.util.Map;
import java.util.Set;

@MpfTest
class ObjectsTest extends OwnershipMatrix {

    private static final String APPLICATION = "/v1/applications/{applicationId}";
    private static final Set<String> STAFF =
            Set.of(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);

    ObjectsTest() {
        super("calls");
    }

    @Override
    protected List<OwnedObject> objects() {
        String content = content("BMVI", "200000.00", "190000.00");
        List<String> applicant = List.of(Tokens.of("applicant-lv"));
        String call = openCall(officerTerms());
        String handedIn = submitted("applicant-lv", call, content);
        String assessed = eligible("applicant-lv", call, content);
        String evaluation = Awarding.assign(assessed, "evaluator-1");
        String meeting = Awarding.meeting(call, List.of(assessed), "committee-1");
        String search = as("applicant-lv")
                .body("{\"name\": \"Mine\", \"criteria\": {}, \"frequency\": \"IMMEDIATE\"}")
                .post("/v1/saved-searches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String awarded = eligible("applicant-lv", openCall(officerTerms()), content);
        String grant = Awarding.decideByOfficer(awarded)
                .then()
                .statusCode(200)
                .extract()
                .path("grantId");
        String letter =
                Awarding.letter(awarded).then().statusCode(201).extract().path("id");
        return List.of(
                new OwnedObject(
                        "a draft of a call",
                        "/v1/calls/{callId}",
                        Map.of("callId", draftCall(officerTerms()).path("id")),
                        STAFF,
                        List.of()),
                new OwnedObject(
                        "a draft of an application",
                        APPLICATION,
                        Map.of("applicationId", draft("applicant-lv", call, content)),
                        Set.of(),
                        applicant),
                new OwnedObject(
                        "an application that was handed in",
                        APPLICATION,
                        Map.of("applicationId", handedIn),
                        STAFF,
                        applicant),
                new OwnedObject(
                        "a review",
                        "/v1/evaluations/{evaluationId}",
                        Map.of("evaluationId", evaluation),
                        Set.of(Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR),
                        List.of(Tokens.of("evaluator-1"))),
                new OwnedObject(
                        "a meeting of a committee",
                        "/v1/committee-meetings/{meetingId}",
                        Map.of("meetingId", meeting),
                        STAFF,
                        List.of(Tokens.of("committee-1"))),
                new OwnedObject("a grant", "/v1/grants/{grantId}", Map.of("grantId", grant), STAFF, applicant),
                new OwnedObject(
                        "a letter",
                        APPLICATION + "/letters/{letterId}",
                        Map.of("applicationId", awarded, "letterId", letter),
                        STAFF,
                        applicant),
                new OwnedObject(
                        "a saved search",
                        "/v1/saved-searches/{searchId}",
                        Map.of("searchId", search),
                        Set.of(),
                        applicant));
    }
}
