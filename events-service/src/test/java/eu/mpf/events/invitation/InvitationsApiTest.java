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
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
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
        register(event, Map.of("category", "EU_SERVICE"));
        manager()
                .get("/v1/events/{event}/invitations/{id}", event, id)
                .then()
                .statusCode(200)
                .body("registered", equalTo(true));
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
