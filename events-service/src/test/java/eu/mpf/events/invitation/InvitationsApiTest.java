package eu.mpf.events.invitation;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.verb;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.tryRegister;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.events.Programme;
import eu.mpf.events.reference.Facts;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E7")
class InvitationsApiTest {
    private static final Map<String, Object> FOR_INVITED = Map.of(
            "registration", Map.of("invitationOnly", true),
            "startsLocal", "2099-09-21T09:00:00",
            "endsLocal", "2099-09-21T17:00:00");

    private static Response invite(String event, Map<String, Object> whom) {
        return manager().body(whom).post("/v1/events/{id}/invitations", event);
    }

    private static String address() {
        return "invited-" + UUID.randomUUID() + "@example.org";
    }

    private static long letters(String invitation) {
        return Sql.count("SELECT count(*) FROM mail_outbox WHERE dedup_key = ?", "invitation/" + invitation);
    }

    @Test
    void onlyInvitedAddressesAndCategoriesRegister() {
        String event = publishedEvent(FOR_INVITED).id();
        String ana = address();
        String bo = address();
        String id = invite(event, Map.of("address", ana.toUpperCase(), "name", "Ana"))
                .then()
                .statusCode(201)
                .body("registered", equalTo(false))
                .extract()
                .path("id");
        invite(event, Map.of("address", bo, "category", "EXPERT")).then().statusCode(201);
        invite(event, Map.of("category", "EU_SERVICE")).then().statusCode(201);

        tryRegister(event, Map.of()).then().statusCode(409).body("code", equalTo("invitation-only"));
        register(event, Map.of("address", ana, "category", "MEMBER_STATE"));
        tryRegister(event, Map.of("address", bo, "category", "MEMBER_STATE"))
                .then()
                .statusCode(409);
        register(event, Map.of("address", bo, "category", "EXPERT"));
        assertThat(register(event, Map.of("category", "EU_SERVICE")).status()).isEqualTo("PENDING");
        manager()
                .get("/v1/events/{event}/invitations/{id}", event, id)
                .then()
                .statusCode(200)
                .body("registered", equalTo(true));
    }

    @Test
    void whoComesAsOneOfAnInvitedCategoryShowsItOrIsApproved() {
        String lead = "BODY-" + UUID.randomUUID().toString().substring(0, 8);
        String project = "RUNS-" + UUID.randomUUID().toString().substring(0, 8);
        Facts.project(project, "Runs", lead, 1);
        String event = publishedEvent(FOR_INVITED).id();
        String ana = address();
        for (Map<String, Object> whom : List.<Map<String, Object>>of(
                Map.of("category", "GRANTEE_CURRENT"),
                Map.of("category", "GRANTEE_PAST"),
                Map.of("address", ana, "category", "GRANTEE_CURRENT"))) {
            invite(event, whom).then().statusCode(201);
        }
        assertThat(register(event, Map.of("category", "GRANTEE_CURRENT")).status())
                .as("what anybody may say")
                .isEqualTo("PENDING");
        assertThat(register(event, Map.of("category", "GRANTEE_CURRENT", "address", ana))
                        .status())
                .as("invited in person")
                .isEqualTo("CONFIRMED");
        assertThat(as(lead, event, "GRANTEE_CURRENT"))
                .as("leads a project that runs")
                .isEqualTo("CONFIRMED");
        assertThat(as("PARTNER-OF-" + project, event, "GRANTEE_CURRENT"))
                .as("is a partner in one")
                .isEqualTo("CONFIRMED");
        assertThat(as(lead, event, "GRANTEE_PAST")).as("has none that is over").isEqualTo("PENDING");
        assertThat(as("NO-BODY", event, "GRANTEE_CURRENT")).isEqualTo("PENDING");
    }

    /** Somebody signed in for an organisation. */
    private static String as(String organisation, String event, String category) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(
                        "applicant",
                        Map.of(
                                "organisation",
                                organisation,
                                "sub",
                                UUID.randomUUID().toString())))
                .contentType(ContentType.JSON)
                .body(Registrations.body(Map.of("category", category)))
                .post("/v1/events/{id}/registrations", event)
                .then()
                .statusCode(201)
                .extract()
                .path("status");
    }

    @Test
    @Tag("E4")
    void whomTheEventIsNotForDoesNotRegisterWhicheverDoorTheyTry() {
        Map<String, Object> forTwo = new HashMap<>(FOR_INVITED);
        forTwo.put("registration", Map.of());
        forTwo.put("audience", List.of("MEMBER_STATE", "EU_SERVICE"));
        String event = publishedEvent(forTwo).id();
        tryRegister(event, Map.of("category", "EXPERT"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/category"))
                .body("errors[0].code", equalTo("outside-audience"));
        assertThat(register(event, Map.of("category", "EU_SERVICE")).status()).isEqualTo("CONFIRMED");
    }

    @Test
    void nobodyIsInvitedTwiceAndEverybodyGetsOneLetter() {
        String event = publishedEvent(FOR_INVITED).id();
        String ana = address();
        String id = invite(event, Map.of("address", ana)).path("id");
        invite(event, Map.of("address", ana)).then().statusCode(409).body("code", equalTo("already-invited"));
        assertThat(letters(id)).isEqualTo(1);
        invite(event, Map.of()).then().statusCode(400).body("errors[0].pointer", equalTo("/address"));
        invite(event, Map.of("address", "nobody")).then().statusCode(400);
    }

    @Test
    void whoWasInvitedToADraftHearsOfItWhenItIsPublished() {
        Programme.Made draft = event(FOR_INVITED);
        String id = invite(draft.id(), Map.of("address", address())).path("id");
        assertThat(letters(id)).isZero();
        verb(draft, "publish");
        assertThat(letters(id)).isEqualTo(1);
    }

    @Test
    void whoWasInvitedToWhatIsOverGetsNoLetter() {
        String past = publishedEvent(Map.of("registration", Map.of("invitationOnly", true)))
                .id();
        String id = invite(past, Map.of("address", address())).path("id");
        assertThat(letters(id)).isZero();
    }

    @Test
    void anInvitationThatIsTakenBackOpensNothing() {
        String event = publishedEvent(FOR_INVITED).id();
        String ana = address();
        String id = invite(event, Map.of("address", ana)).path("id");
        manager()
                .header("If-Match", "\"0\"")
                .delete("/v1/events/{event}/invitations/{id}", event, id)
                .then()
                .statusCode(204);
        tryRegister(event, Map.of("address", ana)).then().statusCode(409);
        manager()
                .get("/v1/events/{event}/invitations", event)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        Api.as("rapporteur").get("/v1/events/{event}/invitations", event).then().statusCode(403);
    }
}
