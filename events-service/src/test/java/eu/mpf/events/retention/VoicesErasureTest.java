package eu.mpf.events.retention;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.question.QuestionsApiTest;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.subject.Address;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody said as one of the audience: it stays, and nothing leads from it to them once they are erased. */
@MpfTest
@Tag("X12")
class VoicesErasureTest {

    @Test
    @Tag("E13")
    @Tag("E14")
    void whatAnErasedPersonAskedVotedAndThoughtIsNobodysAndStillCounts() {
        String surname = "Zw" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ygala";
        String subject = "voice-" + UUID.randomUUID();
        Made event = event();
        Made panel = session(event.id(), "m1", Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String address = subject + "@example.org";
        Registrations.Made made =
                Registrations.register(event.id(), Map.of("address", address, "name", "Irena " + surname));
        give(panel, made, "I, Irena %s, liked it.".formatted(surname));
        for (int i = 0; i < 4; i++) {
            give(panel, Registrations.register(event.id(), Map.of()), "So did I.");
        }
        String own = Api.as("applicant", Map.of("organisation", "LV-SBG", "sub", subject))
                .contentType(ContentType.JSON)
                .body(Map.of("text", "What does Irena %s get?".formatted(surname)))
                .post("/v1/sessions/{id}/questions", panel.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String question = "/v1/sessions/%s/questions/%s".formatted(panel.id(), own);
        QuestionsApiTest.step(question, "approve", Map.of());
        Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", made.token())
                .post(question + ":upvote")
                .then()
                .statusCode(200)
                .body("votes", equalTo(1));

        PersonHash hashes = Arc.container().instance(PersonHash.class).get();
        String hash = hashes.of(Address.of(address));
        String giver = hashes.within("session:" + panel.id(), hash);
        assertThat(places(giver)).containsOnlyKeys("feedback_giver");
        assertThat(places(hash)).containsKeys("question_vote", "registration");
        assertThat(exported("votes", hash)).contains(own);
        assertThat(exported("feedback", hash)).contains(panel.id());

        List<InstanceHandle<SubjectData>> parts = Arc.container().listAll(SubjectData.class);
        QuarkusTransaction.requiringNew()
                .run(() -> parts.forEach(part -> part.get().erase(hash)));

        for (String trace : List.of(giver, hash, address, surname, subject)) {
            assertThat(places(trace)).as("places that still hold " + trace).isEmpty();
        }
        assertThat(exported("votes", hash) + exported("feedback", hash)).isEqualTo("[][]");
        Api.as("rapporteur")
                .get("/v1/sessions/{id}/feedback", panel.id())
                .then()
                .statusCode(200)
                .body("answers", equalTo(5))
                .body("comments", hasItem("I, N.N., liked it."));
        manager()
                .get(question)
                .then()
                .statusCode(200)
                .body("votes", equalTo(1))
                .body("text", equalTo("What does N.N. get?"));
    }

    /** Tables in which a text stands anywhere, with the number of rows. Mails are the platform's, with rules of its own. */
    private static Map<String, Long> places(String text) {
        return Sql.query(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type ="
                                + " 'BASE TABLE' AND table_name NOT LIKE 'mail\\_%'")
                .stream()
                .map(row -> String.valueOf(row.get("table_name")))
                .collect(Collectors.toMap(
                        table -> table,
                        table -> Sql.count(
                                "SELECT count(*) FROM \"%s\" t WHERE t::text LIKE ?".formatted(table),
                                "%" + text + "%")))
                .entrySet()
                .stream()
                .filter(table -> table.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String exported(String name, String hash) {
        SubjectData part = Arc.container().listAll(SubjectData.class).stream()
                .map(InstanceHandle::get)
                .filter(data -> data.name().equals(name))
                .findFirst()
                .orElseThrow();
        return QuarkusTransaction.requiringNew().call(() -> part.export(hash)).toString();
    }

    private static void give(Made session, Registrations.Made who, String text) {
        Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", who.token())
                .body(Map.of("scores", Map.of("OVERALL", 4), "text", text))
                .post("/v1/sessions/{id}/feedback", session.id())
                .then()
                .statusCode(204);
    }
}
