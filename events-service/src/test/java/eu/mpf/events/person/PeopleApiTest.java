package eu.mpf.events.person;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E2")
class PeopleApiTest {

    @Test
    void faultF7BothOrdersOfANameFindTheOnePerson() {
        Made lukas = person("Vilim Lukas", Map.of("nameVariants", List.of("Vilim Lukas", "Lukas Vilim")));
        for (String q : List.of("Vilim Lukas", "Lukas Vilim", "lukas", "LUKAS vil")) {
            manager()
                    .queryParam("q", q)
                    .get("/v1/people")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(lukas.id()));
        }
    }

    @Test
    void faultF8AccentsAndHyphensDoNotHideAnybody() {
        Made skarnulis = person("Donatas Škarnulis", Map.of("honorific", "Mr"));
        Made carvalho = person("Alexandra Sa-Carvalho", Map.of("honorific", "Ms"));
        manager().queryParam("q", "skarnulis").get("/v1/people").then().body("items.id", hasItem(skarnulis.id()));
        manager().queryParam("q", "sa carvalho").get("/v1/people").then().body("items.id", hasItem(carvalho.id()));
        manager().queryParam("q", "Sá-Carvalho").get("/v1/people").then().body("items.id", hasItem(carvalho.id()));
    }

    @Test
    void mergingKeepsContributionsAsPrintedAndBothSpellings() {
        String family = "Erzen" + UUID.randomUUID().toString().substring(0, 8);
        Made one = person("Borut " + family, Map.of());
        Made two = person("B. " + family, Map.of());
        Made event = event();
        Made session = session(event.id(), "m4", Map.of());
        Made spoken =
                contribution(session.id(), two.id(), Map.of("post", "Head of Programme", "organisation", "ICMPD"));

        manager()
                .header("If-Match", one.etag())
                .body(Map.of("survivorId", one.id(), "duplicateId", UUID.randomUUID()))
                .post("/v1/people:merge")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/duplicateId"));
        manager()
                .header("If-Match", one.etag())
                .body(Map.of("survivorId", one.id(), "duplicateId", two.id()))
                .post("/v1/people:merge")
                .then()
                .statusCode(200)
                .body("nameVariants", hasItem("B. " + family));

        manager()
                .get("/v1/sessions/{s}/contributions/{c}", session.id(), spoken.id())
                .then()
                .body("personId", equalTo(one.id()))
                .body("name", equalTo("B. " + family));
        manager().get("/v1/people/{id}", two.id()).then().body("mergedInto", equalTo(one.id()));
        manager().queryParam("q", family).get("/v1/people").then().body("items.id", equalTo(List.of(one.id())));
    }

    @Test
    void oneWhoSpokeTwiceIsFoundWithBothPostsAndRecordsThatLookAlikeAreShown() {
        String family = "Lukas" + UUID.randomUUID().toString().substring(0, 8);
        Made one = person("Vilim " + family, Map.of());
        Made two = person(family + " Vilim", Map.of());
        person("Somebody Quite Different", Map.of());
        manager()
                .get("/v1/people/{id}/look-alikes", one.id())
                .then()
                .statusCode(200)
                .body("items[0].person.id", equalTo(two.id()))
                .body("items[0].likeness", equalTo(1.0f));
        Api.as("rapporteur").get("/v1/people/{id}/look-alikes", one.id()).then().statusCode(403);

        Made earlier = event(Map.of("startsLocal", "2022-09-21T09:00:00", "endsLocal", "2022-09-21T17:00:00"));
        Made later = event();
        contribution(
                session(earlier.id(), "m1", Map.of()).id(), one.id(), Map.of("post", "Lecturer", "organisation", "A"));
        contribution(session(later.id(), "m1", Map.of()).id(), one.id(), Map.of("post", "Head", "organisation", "B"));
        manager()
                .get("/v1/people/{id}/contributions", one.id())
                .then()
                .statusCode(200)
                .body("items.post", equalTo(List.of("Head", "Lecturer")))
                .body("items.organisation", equalTo(List.of("B", "A")));
        Api.anonymous().get("/v1/people/{id}/contributions", one.id()).then().body("items", hasSize(0));
    }

    @Test
    void thePublicSeesThePeopleOfPublishedProgrammesOnly() {
        String family = "Carta" + UUID.randomUUID().toString().substring(0, 8);
        Made person = person("Silvia " + family, Map.of());
        Made event = event();
        contribution(session(event.id(), "m4", Map.of()).id(), person.id(), Map.of());
        Api.anonymous().queryParam("q", family).get("/v1/people").then().body("items.id", not(hasItem(person.id())));
        Api.anonymous().get("/v1/people/{id}", person.id()).then().statusCode(404);
        manager()
                .header("If-Match", event.etag())
                .post("/v1/events/{id}:publish", event.id())
                .then()
                .statusCode(200);
        Api.anonymous().queryParam("q", family).get("/v1/people").then().body("items.id", hasItems(person.id()));
        Api.anonymous().get("/v1/people/{id}", person.id()).then().statusCode(200);
    }
}
