package eu.mpf.events.registration;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Programme;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promise that decides everything: whatever happens at once, no seat is sold twice and nobody jumps the queue. */
@MpfTest
@Tag("E5")
class SeatRaceTest {
    private static final int PEOPLE = 200;
    private static final int SEATS = 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void twoHundredAtOnceForTwentySeatsGiveTwentyConfirmedAndTheRestInOrder() throws Exception {
        String event = publishedEvent(Map.of("capacity", SEATS)).id();
        List<Integer> answers = atOnce(PEOPLE, i -> register(event, i).statusCode());
        assertThat(answers).containsOnly(201);
        assertThat(states(event)).isEqualTo(Map.of("CONFIRMED", (long) SEATS, "WAITLISTED", (long) PEOPLE - SEATS));
        assertThat(numbers(event, "CONFIRMED")).containsExactlyElementsOf(range(1, SEATS));
        assertThat(numbers(event, "WAITLISTED")).containsExactlyElementsOf(range(SEATS + 1, PEOPLE));
    }

    @Test
    void withdrawalsInBetweenPassEverySeatOnToTheFirstInLine() throws Exception {
        String event = publishedEvent(Map.of("capacity", SEATS)).id();
        List<JsonPath> early = IntStream.range(0, SEATS)
                .mapToObj(i -> new JsonPath(register(event, i).body()))
                .toList();
        // Twenty who hold a seat give it back while 180 others come.
        List<Integer> answers = atOnce(
                PEOPLE,
                i -> i < SEATS
                        ? withdraw(early.get(i).getString("id"), early.get(i).getString("manageToken"))
                        : register(event, i).statusCode());
        assertThat(answers).containsOnly(200, 201);
        assertThat(states(event))
                .isEqualTo(Map.of(
                        "CONFIRMED", (long) SEATS,
                        "WITHDRAWN", (long) SEATS,
                        "WAITLISTED", (long) PEOPLE - 2 * SEATS));
        assertThat(numbers(event, "CONFIRMED")).containsExactlyElementsOf(range(SEATS + 1, 2 * SEATS));
        assertThat(numbers(event, "WAITLISTED")).containsExactlyElementsOf(range(2 * SEATS + 1, PEOPLE));
        assertThat(Sql.query(
                        "SELECT taken, waiting FROM seat_counter WHERE scope_id = ?::uuid AND kind = 'TOTAL'", event))
                .containsExactly(Map.of("taken", SEATS, "waiting", PEOPLE - 2 * SEATS));
    }

    /** What an opening looks like: every category with a limit of its own, people who click twice, people who give up. */
    @Test
    void threeCategoriesWithLimitsOfTheirOwnWithdrawalsAndDoubleClicksKeepEveryLimitAndTheOrder() throws Exception {
        List<String> categories = List.of("MEMBER_STATE", "GRANTEE_CURRENT", "EXPERT");
        Map<String, Integer> limits = Map.of("MEMBER_STATE", 8, "GRANTEE_CURRENT", 5, "EXPERT", 4);
        String event =
                publishedEvent(Map.of("capacity", 15, "categoryLimits", limits)).id();
        List<JsonPath> early = IntStream.range(0, 12)
                .mapToObj(i ->
                        new JsonPath(post(event, "early-%d-%s@example.org".formatted(i, event), categories.get(i % 3))
                                .body()))
                .toList();
        // 12 give up; 90 come, every one of them clicking twice.
        List<Integer> answers = atOnce(12 + 180, i -> {
            if (i < 12) {
                return withdraw(early.get(i).getString("id"), early.get(i).getString("manageToken"));
            }
            int person = (i - 12) / 2;
            return post(event, "late-%d-%s@example.org".formatted(person, event), categories.get(person % 3))
                    .statusCode();
        });
        assertThat(answers.stream().filter(status -> status == 200)).hasSizeBetween(1, 12);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(90);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(90);
        // Somebody promoted while giving up has another version by then, is told so, and still comes.
        assertThat(answers.stream().filter(status -> status == 412))
                .hasSize(12
                        - (int) answers.stream().filter(status -> status == 200).count());
        Map<String, Long> seated = seated(event);
        assertThat(seated.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(15);
        seated.forEach((category, taken) -> assertThat(taken).as(category).isLessThanOrEqualTo(limits.get(category)));
        assertThat(countersThatDoNotFit(event))
                .as("counters that do not fit the rows")
                .isEmpty();
        // Within a category nobody waits in front of somebody with a seat.
        assertThat(Sql.query("""
                        SELECT w.number FROM registration w JOIN registration s
                          ON s.scope_id = w.scope_id AND s.category = w.category AND s.number > w.number
                        WHERE w.scope_id = ?::uuid AND w.status = 'WAITLISTED' AND s.status = 'CONFIRMED'
                        """, event)).isEmpty();
    }

    @Test
    void theSameAddressFromTwentyThreadsIsOneRegistration() throws Exception {
        String event = publishedEvent(Map.of("capacity", SEATS)).id();
        String address = "same-" + UUID.randomUUID() + "@example.org";
        List<Integer> answers = atOnce(20, i -> post(event, address).statusCode());
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(19);
        assertThat(Sql.count(
                        "SELECT taken::bigint FROM seat_counter WHERE scope_id = ?::uuid AND kind = 'TOTAL'", event))
                .isEqualTo(1);
    }

    /** They all waited for the seats when the limit was set, so none of them had read that there is one. */
    @Test
    void aLimitSetWhilePeopleWaitToRegisterHoldsForThem() throws Exception {
        Programme.Made event = publishedEvent(Map.of("capacity", 100));
        SeatStatements statements =
                Arc.container().instance(SeatStatements.class).get();
        IntakeService intake = Arc.container().instance(IntakeService.class).get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = QuarkusTransaction.requiringNew().call(() -> {
                statements.lock(UUID.fromString(event.id()));
                List<Future<Integer>> begun = new ArrayList<>();
                begun.add(threads.submit(() -> limit(event, 1)));
                awaitWaiting(1);
                // Each in a transaction of its own, as at instances of their own.
                for (int i = 0; i < 4; i++) {
                    begun.add(threads.submit(() ->
                            intake.enter(UUID.fromString(event.id()), expert()).isPresent() ? 201 : 409));
                    awaitWaiting(2 + i);
                }
                return begun;
            });
            assertThat(answers.getFirst().get()).isEqualTo(200);
            for (Future<Integer> answer : answers.subList(1, 5)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        assertThat(states(event.id())).isEqualTo(Map.of("CONFIRMED", 1L, "WAITLISTED", 3L));
        assertThat(countersThatDoNotFit(event.id())).isEmpty();
    }

    private static RegistrationDetails expert() {
        return new RegistrationDetails(
                "Ana Example",
                UUID.randomUUID() + "@example.org",
                AudienceCategory.EXPERT,
                null,
                null,
                null,
                null,
                null,
                null,
                new Consent("1", false, false, null));
    }

    @Test
    void aLimitThatComesInTheMiddleOfTheRushIsNeverBroken() throws Exception {
        Programme.Made event = publishedEvent(Map.of("capacity", 80));
        List<Integer> answers = atOnce(
                PEOPLE,
                i -> i == PEOPLE / 4
                        ? limit(event, 30)
                        : register(event.id(), i).statusCode());
        assertThat(answers).contains(201).containsAnyOf(200, 409);
        if (answers.contains(200)) {
            assertThat(seated(event.id()).get("EXPERT")).isEqualTo(30);
        }
        assertThat(countersThatDoNotFit(event.id())).isEmpty();
        withdrawAll(event.id());
        assertThat(Sql.count("SELECT sum(taken + waiting) FROM seat_counter WHERE scope_id = ?::uuid", event.id()))
                .isZero();
    }

    private static void withdrawAll(String event) {
        RegistrationService service =
                Arc.container().instance(RegistrationService.class).get();
        for (Map<String, Object> row : Sql.query(
                "SELECT id FROM registration WHERE scope_id = ?::uuid ORDER BY status = 'CONFIRMED'", event)) {
            UUID id = UUID.fromString(String.valueOf(row.get("id")));
            long version = Sql.count("SELECT version FROM registration WHERE id = ?::uuid", id.toString());
            service.withdraw(id, version, null, all -> true);
        }
    }

    private static int limit(Programme.Made event, int experts) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", event.etag())
                .body("{\"categoryLimits\":{\"EXPERT\":%d}}".formatted(experts))
                .patch("/v1/events/{id}", event.id())
                .statusCode();
    }

    /** Until so many transactions wait for the seats. */
    private static void awaitWaiting(int many) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Sql.count("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE datname = current_database() AND wait_event_type = 'Lock'
                                  AND query LIKE '%seat_counter%'
                                """) >= many);
    }

    private static List<Map<String, Object>> countersThatDoNotFit(String event) {
        return Sql.query("""
                SELECT c.kind, c.category, c.taken, c.waiting FROM seat_counter c
                WHERE c.scope_id = ?::uuid AND (
                  c.taken <> (SELECT count(*) FROM registration r WHERE r.scope_id = c.scope_id
                              AND r.status = 'CONFIRMED' AND (c.kind = 'TOTAL' OR r.category = c.category))
                  OR c.waiting <> (SELECT count(*) FROM registration r WHERE r.scope_id = c.scope_id
                              AND r.status = 'WAITLISTED' AND (c.kind = 'TOTAL' OR r.category = c.category)))
                """, event);
    }

    private interface Deed {
        int run(int number) throws Exception;
    }

    private List<Integer> atOnce(int people, Deed deed) throws Exception {
        CyclicBarrier together = new CyclicBarrier(people);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, people)
                    .mapToObj(i -> threads.submit(() -> {
                        together.await();
                        return deed.run(i);
                    }))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private HttpResponse<String> register(String event, int i) {
        return post(event, "person-%d-%s@example.org".formatted(i, UUID.randomUUID()));
    }

    private HttpResponse<String> post(String event, String address) {
        return post(event, address, "EXPERT");
    }

    private HttpResponse<String> post(String event, String address, String category) {
        return send(HttpRequest.newBuilder(uri("/v1/events/" + event + "/registrations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"name":"Ana Example","address":"%s","category":"%s",
                         "consent":{"wording":"1","participantList":false,"followUps":false}}""".formatted(address, category))));
    }

    private int withdraw(String id, String token) {
        return send(HttpRequest.newBuilder(uri("/v1/registrations/" + id + ":withdraw"))
                        .header("Registration-Token", token)
                        .header("If-Match", "\"0\"")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static Map<String, Long> states(String event) {
        return Sql.query("SELECT status, count(*) AS n FROM registration WHERE event_id = ?::uuid GROUP BY 1", event)
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> (String) row.get("status"), row -> (Long) row.get("n")));
    }

    private static Map<String, Long> seated(String event) {
        return Sql.query(
                        "SELECT category, count(*) AS n FROM registration WHERE event_id = ?::uuid AND status = 'CONFIRMED' GROUP BY 1",
                        event)
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> (String) row.get("category"), row -> (Long) row.get("n")));
    }

    private static List<Long> numbers(String event, String status) {
        return Sql.query(
                        "SELECT number FROM registration WHERE event_id = ?::uuid AND status = ? ORDER BY 1",
                        event,
                        status)
                .stream()
                .map(row -> (Long) row.get("number"))
                .toList();
    }

    private static List<Long> range(int from, int to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
