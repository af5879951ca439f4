package eu.mpf.events.registration;

import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever waits at one instance is decided together. The seats are held while they come, so that the first is a group by
 * itself and all others are one: each is answered as if alone, in its own name, and nobody spoils it for another.
 */
@MpfTest
@Tag("E5")
class GroupIntakeTest {
    private static final int SEATS = 6;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A request to register, which its id tells apart in every trace it leaves. */
    private record Sent(String address, String key, String requestId, String more, String token) {

        Sent(String address) {
            this(address, UUID.randomUUID().toString(), UUID.randomUUID().toString(), "", "");
        }

        Sent again() {
            return new Sent(address, key, UUID.randomUUID().toString(), more, token);
        }

        Sent with(String members) {
            return new Sent(address, key, requestId, members, token);
        }

        Sent by(String subject) {
            return new Sent(address, key, requestId, more, subject);
        }
    }

    @Test
    void everyOneOfAGroupIsAnsweredAsIfAloneAndInItsOwnName() throws Exception {
        String event = eventToCome();
        String back = somebody();
        withdraw(send(event, new Sent(back)));
        Sent first = new Sent(somebody());
        Sent twice = new Sent(somebody()).by("twice");
        List<Sent> group = new ArrayList<>();
        group.add(twice);
        group.add(new Sent(somebody()).with(",\"sessions\":[\"" + UUID.randomUUID() + "\"]"));
        group.add(twice.again());
        group.add(new Sent(twice.address()));
        group.add(new Sent("no address"));
        group.add(twice.again().with(",\"language\":\"fr\""));
        group.add(new Sent(back));
        for (int i = 0; i < 6; i++) {
            group.add(new Sent(somebody()).by("person-" + i));
        }
        List<HttpResponse<String>> answers = whileTheSeatsAreHeld(event, first, group);
        assertThat(answers.stream().map(HttpResponse::statusCode))
                .containsExactly(201, 201, 400, 201, 409, 400, 422, 201, 201, 201, 201, 201, 201, 201);

        assertThat(answers.get(3).body())
                .as("the same key, the same bytes")
                .isEqualTo(answers.get(1).body());
        assertThat(answers.get(3).headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(new JsonPath(answers.get(4).body()).getString("code")).isEqualTo("already-registered");
        assertThat(answers.get(1).headers().firstValue("Location").orElseThrow())
                .endsWith("/v1/registrations/" + id(answers.get(1)));
        theLineHolds(event, answers);
        everybodyIsToldOnceInTheirOwnName(event, first, group, answers);
    }

    /** All numbers are given, once each and in the order of arrival, and the seats go by them. */
    private static void theLineHolds(String event, List<HttpResponse<String>> answers) {
        // One withdrew before; the first, the one with two clicks, who came back, and six more.
        List<Long> numbers =
                Sql.query("SELECT number FROM registration WHERE scope_id = ?::uuid ORDER BY 1", event).stream()
                        .map(row -> (Long) row.get("number"))
                        .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
        assertThat(Sql.query("""
                        SELECT status, min(number) AS first, max(number) AS last, count(*) AS people FROM registration
                        WHERE scope_id = ?::uuid AND status <> 'WITHDRAWN' GROUP BY 1 ORDER BY 1
                        """, event))
                .containsExactly(
                        Map.of("status", "CONFIRMED", "first", 2L, "last", 7L, "people", 6L),
                        Map.of("status", "WAITLISTED", "first", 8L, "last", 10L, "people", 3L));
        assertThat(Sql.query(
                        "SELECT taken, waiting, issued FROM seat_counter WHERE scope_id = ?::uuid AND kind = 'TOTAL'",
                        event))
                .containsExactly(Map.of("taken", SEATS, "waiting", 3, "issued", 10L));
        assertThat(answers.stream()
                        .filter(answer -> answer.body().contains("WAITLISTED"))
                        .map(answer -> new JsonPath(answer.body()).getInt("position")))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    private static void everybodyIsToldOnceInTheirOwnName(
            String event, Sent first, List<Sent> group, List<HttpResponse<String>> answers) {
        for (int i = 0; i < answers.size(); i++) {
            Sent sent = i == 0 ? first : group.get(i - 1);
            if (answers.get(i).statusCode() != 201
                    || answers.get(i)
                            .headers()
                            .firstValue("Idempotency-Replayed")
                            .isPresent()) {
                continue;
            }
            String id = id(answers.get(i));
            assertThat(new JsonPath(answers.get(i).body()).getString("address")).isEqualTo(sent.address());
            String actor = sent.token().isEmpty() ? "anonymous" : sent.token();
            assertThat(Sql.query("SELECT actor, request_id FROM audit_entry WHERE object_id = ?", id))
                    .containsExactly(Map.of("actor", actor, "request_id", sent.requestId()));
            assertThat(Sql.count(
                            "SELECT count(*) FROM mail_outbox WHERE dedup_key LIKE 'registration/' || ? || '/%'", id))
                    .isEqualTo(1);
            assertThat(Sql.count(
                            "SELECT count(*) FROM registration WHERE id = ?::uuid AND coalesce(subject, 'anonymous') = ?",
                            id,
                            actor))
                    .isEqualTo(1);
            assertThat(Sql.count(
                            "SELECT count(*) FROM idempotent_answer WHERE convert_from(body, 'UTF8') = ?",
                            answers.get(i).body()))
                    .isEqualTo(1);
        }
        assertThat(Sql.query("""
                        SELECT address_hash FROM registration WHERE scope_id = ?::uuid AND status <> 'WITHDRAWN'
                        GROUP BY 1 HAVING count(*) > 1
                        """, event)).isEmpty();
    }

    /** What the database refuses for one undoes the group; then each is decided alone, and only that one is refused. */
    @Test
    void whoeverTheDatabaseRefusesIsRefusedAlone() throws Exception {
        String event = eventToCome();
        Sent spoiler = new Sent("spoiler-" + somebody());
        Sql.execute(
                "ALTER TABLE registration ADD CONSTRAINT no_spoiler CHECK (address NOT LIKE 'spoiler-%') NOT VALID");
        try {
            List<HttpResponse<String>> answers = whileTheSeatsAreHeld(
                    event, new Sent(somebody()), List.of(new Sent(somebody()), spoiler, new Sent(somebody())));
            assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactly(201, 201, 409, 201);
            assertThat(new JsonPath(answers.get(2).body()).getString("code")).isNotEqualTo("already-registered");
        } finally {
            Sql.execute("ALTER TABLE registration DROP CONSTRAINT no_spoiler");
        }
        assertThat(Sql.query(
                        "SELECT taken, issued FROM seat_counter WHERE scope_id = ?::uuid AND kind = 'TOTAL'", event))
                .containsExactly(Map.of("taken", 3, "issued", 3L));
        assertThat(Sql.count("SELECT count(*) FROM registration WHERE scope_id = ?::uuid", event))
                .isEqualTo(3);
    }

    @Test
    void whoeverChoosesASessionIsDecidedWithThoseBeforeWhoDoNot() throws Exception {
        String event = eventToCome();
        String session = session(
                        event,
                        "afternoon",
                        Map.of("startsLocal", "2080-09-21T14:00:00", "endsLocal", "2080-09-21T15:00:00", "capacity", 1))
                .id();
        Sent choosing = new Sent(somebody()).with(",\"sessions\":[\"" + session + "\"]");
        List<HttpResponse<String>> answers = whileTheSeatsAreHeld(
                event, new Sent(somebody()), List.of(new Sent(somebody()), new Sent(somebody()), choosing));
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsOnly(201);
        assertThat(Sql.query("""
                        SELECT array_agg(number ORDER BY number) :: text AS numbers FROM registration
                        WHERE scope_id = ?::uuid GROUP BY created_at ORDER BY 1""", event))
                .as("by transaction")
                .containsExactly(Map.of("numbers", "{1}"), Map.of("numbers", "{2,3,4}"));
        assertThat(Sql.query("SELECT number, state FROM session_seat WHERE session_id = ?::uuid", session))
                .containsExactly(Map.of("number", 4L, "state", "SEAT"));
    }

    /** The first takes the lane and waits for the seats; the others stand behind it, in this order, until both are free. */
    private List<HttpResponse<String>> whileTheSeatsAreHeld(String event, Sent first, List<Sent> group)
            throws InterruptedException, ExecutionException {
        SeatStatements statements =
                Arc.container().instance(SeatStatements.class).get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> all = QuarkusTransaction.requiringNew()
                    .call(() -> {
                        statements.lock(UUID.fromString(event));
                        List<Future<HttpResponse<String>>> begun = new ArrayList<>();
                        begun.add(threads.submit(() -> send(event, first)));
                        awaitWaitingForSeats();
                        for (Sent sent : group) {
                            begun.add(threads.submit(() -> send(event, sent)));
                            awaitInLine(begun.size() - 1);
                        }
                        return begun;
                    });
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : all) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static void awaitWaitingForSeats() {
        await().until(() -> Sql.count("""
                        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
                          AND wait_event_type = 'Lock' AND query LIKE '%seat_counter%'""") == 1);
    }

    private static void awaitInLine(int people) {
        MeterRegistry meters = Arc.container().instance(MeterRegistry.class).get();
        await().until(() -> meters.get("mpf.registrations.waiting").gauge().value() == people);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
    }

    private HttpResponse<String> send(String event, Sent sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/events/" + event + "/registrations"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sent.key())
                .header("X-Request-Id", sent.requestId());
        if (!sent.token().isEmpty()) {
            request.header("Authorization", "Bearer " + Tokens.of(sent.token()));
        }
        return answer(request.POST(BodyPublishers.ofString("""
                {"name":"Ana Example","address":"%s","category":"EXPERT",
                 "consent":{"wording":"1","participantList":false,"followUps":false}%s}""".formatted(sent.address(), sent.more()))));
    }

    private void withdraw(HttpResponse<String> registered) {
        HttpResponse<String> withdrawn =
                answer(HttpRequest.newBuilder(uri("/v1/registrations/" + id(registered) + ":withdraw"))
                        .header("Content-Type", "application/json")
                        .header("Registration-Token", new JsonPath(registered.body()).getString("manageToken"))
                        .header("If-Match", "\"0\"")
                        .POST(BodyPublishers.noBody()));
        assertThat(withdrawn.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static String id(HttpResponse<String> registered) {
        return new JsonPath(registered.body()).getString("id");
    }

    /** Nobody hears of one that is over. */
    private static String eventToCome() {
        return publishedEvent(Map.of(
                        "capacity", SEATS, "startsLocal", "2080-09-21T09:00:00", "endsLocal", "2080-09-21T17:00:00"))
                .id();
    }

    private static String somebody() {
        return UUID.randomUUID() + "@example.org";
    }
}
