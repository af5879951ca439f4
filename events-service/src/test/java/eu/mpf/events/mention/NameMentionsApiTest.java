package eu.mpf.events.mention;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

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
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A name outside its own field: withheld where nobody answers for the words, listed for an editor where somebody does. */
@MpfTest
@Tag("X12")
@Tag("E15")
class NameMentionsApiTest {

    /** Letters only, and nobody else's. */
    private static String surname() {
        return "Škar" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "nulis";
    }

    @Test
    void whenASpeakerIsErasedQuestionsLoseTheNameAndEditorsGetAList() {
        String surname = surname();
        String plain = surname.replace("Š", "S");
        Made event = event();
        Made panel = session(event.id(), "m1", Map.of());
        Made speaker = person("Donatas " + surname, Map.of("nameVariants", List.of(plain + ", D.")));
        contribution(panel.id(), speaker.id(), Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String question = QuestionsApiTest.ask(panel.id(), "What does DONATAS " + plain + " mean?");
        String minutes = "/v1/sessions/%s/minutes".formatted(panel.id());
        manager()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "points",
                        List.of("Nothing about anybody.", "Mr %s doubted it.".formatted(plain)),
                        "text",
                        "%s Donatas opened.".formatted(surname)))
                .put(minutes)
                .then()
                .statusCode(200);

        Api.as("data-protection-officer")
                .contentType("application/json")
                .header("If-Match", etagOf("/v1/people/" + speaker.id()))
                .post("/v1/people/{id}:erase", speaker.id())
                .then()
                .statusCode(200)
                .body("freeTextBlanked", equalTo(1))
                .body("freeTextNoted", equalTo(2));

        manager()
                .get("/v1/sessions/{s}/questions/{q}", panel.id(), question)
                .then()
                .statusCode(200)
                .body("text", equalTo("What does N.N. mean?"));
        JsonPath open = list(event.id())
                .body("items.kind", containsInAnyOrder("MINUTES", "MINUTES"))
                .body("items.pointer", containsInAnyOrder("/points/1", "/text"))
                .body("items.certainty", containsInAnyOrder("PART_OF_NAME", "WHOLE_NAME"))
                .extract()
                .jsonPath();
        assertThat(Sql.count("SELECT count(*) FROM name_mention m WHERE m::text ILIKE ?", "%nulis%"))
                .as("the list keeps no name")
                .isZero();

        String part = open.getString("items.find { it.certainty == 'PART_OF_NAME' }.id");
        int start = open.getInt("items.find { it.certainty == 'PART_OF_NAME' }.start");
        assertThat(start).isEqualTo("Mr ".length());
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etagOf(minutes))
                .body(Map.of("points", List.of("Nothing about anybody.", "A participant doubted it.")))
                .patch(minutes)
                .then()
                .statusCode(200);
        settle("applicant-lv", part, "\"0\"", "EDITED").statusCode(403);
        settle("rapporteur", part, "\"7\"", "EDITED").statusCode(412);
        settle("rapporteur", part, "\"0\"", "EDITED")
                .statusCode(200)
                .body("status", equalTo("EDITED"))
                .body("settledAt", notNullValue());
        settle("rapporteur", part, "\"1\"", "KEPT").statusCode(409).body("code", equalTo("step-not-possible"));
        Api.as("rapporteur").get("/v1/name-mentions/{id}", part).then().statusCode(200);
        list(event.id()).body("items.pointer", equalTo(List.of("/text")));
    }

    @Test
    void whenARegistrantIsErasedByRequestTheNameIsLookedForBeforeItIsGone() {
        String surname = surname();
        Made event = event();
        Made panel = session(event.id(), "m1", Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String address = "free-text-" + UUID.randomUUID() + "@example.org";
        Registrations.register(event.id(), Map.of("address", address, "name", "Ona " + surname));
        manager()
                .header("If-Match", "\"0\"")
                .body(Map.of("points", List.of("A remark from the floor by Ona %s.".formatted(surname))))
                .put("/v1/sessions/{id}/minutes", panel.id())
                .then()
                .statusCode(200);
        List<SubjectData> parts = Arc.container().listAll(SubjectData.class).stream()
                .map(handle -> handle.get())
                .toList();
        String hash = Arc.container().instance(PersonHash.class).get().of(Address.of(address));

        SubjectData freeText = parts.getFirst();
        assertThat(freeText.name()).isEqualTo("free-text");
        assertThat(QuarkusTransaction.requiringNew().call(() -> freeText.export(hash)))
                .singleElement()
                .satisfies(place -> assertThat(place.path("pointer").asText()).isEqualTo("/points/0"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> freeText.erase(hash)))
                .isEqualTo(new SubjectData.Erased(0, 1));
        assertThat(QuarkusTransaction.requiringNew().call(() -> freeText.erase(hash)))
                .as("twice is harmless")
                .isEqualTo(new SubjectData.Erased(0, 0));
        list(event.id()).body("items.kind", equalTo(List.of("MINUTES")));
        Api.as("rapporteur")
                .queryParam("eventId", event().id())
                .get("/v1/name-mentions")
                .then()
                .body("items", empty());
    }

    private static ValidatableResponse list(String event) {
        return Api.as("rapporteur")
                .queryParam("eventId", event)
                .queryParam("status", "OPEN")
                .get("/v1/name-mentions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse settle(String who, String id, String seen, String outcome) {
        return Api.as(who)
                .contentType("application/json")
                .header("If-Match", seen)
                .body(Map.of("outcome", outcome, "reason", "Rewritten"))
                .post("/v1/name-mentions/{id}:settle", id)
                .then();
    }
}
