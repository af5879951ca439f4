package eu.mpf.events.person;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X12")
@Tag("E2")
class PersonErasureTest {

    @Test
    void whatAnEventPrintedLastIsKeptAndEverywhereElseTheNameIsWithheld() {
        String name = "Erasmus " + UUID.randomUUID();
        Made speaker = person(name, Map.of("honorific", "Mr", "key", "erasmus-" + UUID.randomUUID()));
        Made held = event();
        Made panel = session(held.id(), "m1", Map.of());
        contribution(panel.id(), speaker.id(), Map.of("post", "Prefect", "organisationName", "Prefecture"));
        verb("/v1/events/", held.id(), held.etag(), "publish");
        session(held.id(), "m2", Map.of()); // a second version of its programme
        verb("/v1/events/", held.id(), etagOf("/v1/events/" + held.id()), "hold");
        Api.as("rapporteur")
                .contentType("application/json")
                .post("/v1/events/{id}/synopses", held.id())
                .then()
                .statusCode(201);
        Made planned = event(Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"));
        Made next = session(planned.id(), "m1", Map.of());
        contribution(next.id(), speaker.id(), Map.of("post", "Prefect"));
        verb("/v1/events/", planned.id(), planned.etag(), "publish");

        String etag = etagOf("/v1/people/" + speaker.id());
        manager()
                .header("If-Match", etag)
                .post("/v1/people/{id}:erase", speaker.id())
                .then()
                .statusCode(403);
        Api.as("data-protection-officer")
                .contentType("application/json")
                .header("If-Match", etag)
                .post("/v1/people/{id}:erase", speaker.id())
                .then()
                .statusCode(200)
                .body("contributionsKept", equalTo(1))
                .body("contributionsBlanked", equalTo(1))
                .body("synopsesBlanked", equalTo(1));

        manager().get("/v1/people/{id}", speaker.id()).then().body("name", equalTo("N.N."));
        manager().queryParam("q", name).get("/v1/people").then().body("items", hasSize(0));
        // The public record of the day stays, with the version of its programme that was in force.
        assertThat(named("contribution", held.id(), name)).isEqualTo(1);
        assertThat(named("programme_version", held.id(), name)).isEqualTo(1);
        Api.anonymous()
                .get("/v1/sessions/{id}/contributions", next.id())
                .then()
                .body("items[0].name", equalTo("N.N."))
                .body("items[0].post", equalTo(null));
        assertThat(named("programme_version", planned.id(), name)).isZero();
        for (String table : new String[] {"person", "synopsis", "audit_entry"}) {
            assertThat(Sql.count("SELECT count(*) FROM " + table + " t WHERE t::text LIKE ?", "%" + name + "%"))
                    .as(table)
                    .isZero();
        }
    }

    private static long named(String table, String event, String name) {
        String of = table.equals("contribution")
                ? "session_id IN (SELECT id FROM session WHERE event_id = ?::uuid)"
                : "event_id = ?::uuid";
        return Sql.count(
                "SELECT count(*) FROM " + table + " t WHERE " + of + " AND t::text LIKE ?", event, "%" + name + "%");
    }
}
