package eu.mpf.events.programme;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E20")
class ProgrammeVersionsApiTest {
    private static final String VERSIONS = "/v1/events/{id}/programme/versions";
    private static final String PATCH = "application/merge-patch+json";

    @Test
    void everyPublicProgrammeIsKeptAndWhatChangedIsTold() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of());
        Made leaving = contribution(
                panel.id(), person("Ana Leaving", Map.of()).id(), Map.of("role", "PANELLIST", "post", "Adviser"));
        Api.anonymous().get(VERSIONS, event.id()).then().statusCode(200).body("items", hasSize(0));
        verb(event, "publish");

        manager()
                .contentType(PATCH)
                .header("If-Match", panel.etag())
                .body("{\"title\":{\"en\":\"Looking further ahead\"},\"languages\":[\"en\"]}")
                .patch("/v1/sessions/{id}", panel.id())
                .then()
                .statusCode(200);
        manager()
                .header("If-Match", leaving.etag())
                .delete("/v1/sessions/{s}/contributions/{c}", panel.id(), leaving.id())
                .then()
                .statusCode(204);

        Api.anonymous()
                .get(VERSIONS, event.id())
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(3, 2, 1)))
                .body("items.what", equalTo(List.of("CONTRIBUTION_REMOVED", "SESSION_REVISED", "PUBLISHED")));
        Api.anonymous()
                .get(VERSIONS + "/1", event.id())
                .then()
                .statusCode(200)
                .body("programme.sessions[0].title.en", equalTo("Looking ahead: m4"))
                .body("programme.sessions[0].contributions[0].name", equalTo("Ana Leaving"));
        Api.anonymous()
                .get(VERSIONS + "/3/differences?since=1", event.id())
                .then()
                .statusCode(200)
                .body("differences.find { it.pointer == '/sessions/0/title/en' }.was", equalTo("Looking ahead: m4"))
                .body("differences.find { it.pointer == '/sessions/0/title/en' }.is", equalTo("Looking further ahead"))
                .body("differences.findAll { it.kind == 'REMOVED' }.was.name", hasItem("Ana Leaving"))
                .body("differences.findAll { it.kind == 'ADDED' }.pointer", hasItem("/sessions/0/languages/0"));
        Api.anonymous()
                .get(VERSIONS + "/3/differences", event.id())
                .then()
                .body("since", equalTo(2))
                .body("differences", hasSize(1));
        Api.anonymous().get(VERSIONS + "/9", event.id()).then().statusCode(404);
        Api.anonymous()
                .get(VERSIONS + "/3/differences?since=0", event.id())
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsNotPrintedMakesNoVersion() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of());
        String published = verb(event, "publish");
        manager()
                .contentType(PATCH)
                .header("If-Match", panel.etag())
                .body("{\"capacity\":12}")
                .patch("/v1/sessions/{id}", panel.id())
                .then()
                .statusCode(200);
        verb("/v1/events/", event.id(), published, "hold");
        Api.anonymous().get(VERSIONS, event.id()).then().body("items", hasSize(1));
    }

    @Test
    void whoeverChangesTheProgrammeAtOnceVersionsAreNumberedWithoutGaps() throws Exception {
        Made event = event();
        verb(event, "publish");
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Made>> additions = IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<Made>) () -> session(event.id(), "s" + i, Map.of()))
                    .toList();
            for (var done : workers.invokeAll(additions)) {
                done.get();
            }
        }
        assertThat(Sql.query(
                                "SELECT number, jsonb_array_length(programme -> 'sessions') AS n FROM programme_version"
                                        + " WHERE event_id = ? ORDER BY number",
                                UUID.fromString(event.id()))
                        .stream()
                        .map(row -> row.get("number") + ":" + row.get("n")))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 12)
                        .mapToObj(i -> (i + 1) + ":" + i)
                        .toList());
    }

    @Test
    @Tag("E2")
    void aContributionIsNotRemovedOnceItWasGiven() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of());
        Made spoken = contribution(panel.id(), person("Ana Spoke", Map.of()).id(), Map.of());
        verb("/v1/events/", event.id(), verb(event, "publish"), "hold");
        manager()
                .header("If-Match", spoken.etag())
                .delete("/v1/sessions/{s}/contributions/{c}", panel.id(), spoken.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-possible"));
    }

    @Test
    @Tag("E1")
    void anEventIsFoundByItsKey() {
        Made event = event();
        String key = event.response().path("key");
        manager()
                .queryParam("key", key)
                .get("/v1/events")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(event.id())));
        Api.anonymous().queryParam("key", key).get("/v1/events").then().body("items", hasSize(0));
    }
}
