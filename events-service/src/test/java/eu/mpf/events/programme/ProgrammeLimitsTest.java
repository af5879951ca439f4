package eu.mpf.events.programme;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import eu.mpf.events.Programme;
import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E2")
class ProgrammeLimitsTest {

    @Test
    void whoeverAddsSessionsAtOnceAnEventHasNoMoreThanItsLimit() throws Exception {
        Made event = event();
        Made first = session(event.id(), "s0", Map.of());
        int left = 3;
        copies("session", first, "key", ProgrammeLimits.SESSIONS - 1 - left);

        assertThat(together(2 * left, i -> add(event, "late-" + i)))
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(left);
        assertThat(Sql.count("SELECT count(*) FROM session WHERE event_id = ?", UUID.fromString(event.id())))
                .isEqualTo(ProgrammeLimits.SESSIONS);
        manager()
                .contentType(ContentType.JSON)
                .body(sessionBody("one-more"))
                .post("/v1/events/{id}/sessions", event.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("programme-full"))
                .body("detail", is("An event has at most 500 sessions."));
    }

    @Test
    void anEventHasNoMoreContributionsThanItsLimitHoweverManySessionsTheyAreIn() {
        Made event = event();
        Made one = session(event.id(), "one", Map.of());
        Made other = session(event.id(), "other", Map.of());
        String speaker = person("Ana Often", Map.of()).id();
        copies("contribution", contribution(one.id(), speaker, Map.of()), null, ProgrammeLimits.CONTRIBUTIONS - 1);

        manager()
                .contentType(ContentType.JSON)
                .body(Map.of("personId", speaker, "role", "SPEAKER"))
                .post("/v1/sessions/{id}/contributions", other.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("programme-full"));
    }

    private static int add(Made event, String key) {
        return manager()
                .contentType(ContentType.JSON)
                .body(sessionBody(key))
                .post("/v1/events/{id}/sessions", event.id())
                .statusCode();
    }

    private static Map<String, Object> sessionBody(String key) {
        return Map.of("key", key, "kind", "PANEL", "title", Programme.text("One more"));
    }

    /** More rows like this one, made past the service, which would take minutes. */
    private static void copies(String table, Made like, @Nullable String numbered, int count) {
        String changed = numbered == null ? "" : ", '%s', 'copy-' || n".formatted(numbered);
        Sql.execute("""
                INSERT INTO %1$s SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()%2$s))).*
                FROM %1$s t, generate_series(1, ?) n WHERE t.id = ?
                """.formatted(table, changed), count, UUID.fromString(like.id()));
    }

    private static List<Integer> together(int count, IntFunction<Integer> deed) throws Exception {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> deeds = IntStream.range(0, count)
                    .mapToObj(i -> (Callable<Integer>) () -> deed.apply(i))
                    .toList();
            return workers.invokeAll(deeds).stream().map(Future::resultNow).toList();
        }
    }
}
