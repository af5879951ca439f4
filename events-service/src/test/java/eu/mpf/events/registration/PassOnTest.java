package eu.mpf.events.registration;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.registration.Registrations.register;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Programme;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many seats at once go to those who wait in portions; tests have portions of twenty. */
@MpfTest
@Tag("E5")
class PassOnTest {
    private static final int WAITING = 240;

    private final PassOnJob job = Arc.container().instance(PassOnJob.class).get();

    @Test
    void manySeatsAtOnceAreGivenInPortionsAndNobodyWhoComesMeanwhileGetsInFront() {
        Programme.Made event = publishedEvent(Map.of("capacity", 1));
        register(event.id(), Map.of());
        for (int i = 0; i < WAITING; i++) {
            enter(event.id(), List.of());
        }
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", event.etag())
                .body("{\"capacity\":201}")
                .patch("/v1/events/{id}", event.id())
                .then()
                .statusCode(200);
        assertThat(numbers(event.id(), "CONFIRMED")).hasSize(1 + 20);
        assertThat(register(event.id(), Map.of()).status()).isEqualTo("WAITLISTED");

        twoReplicasTakeTurns();

        assertThat(numbers(event.id(), "CONFIRMED"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 201).boxed().toList());
        assertThat(numbers(event.id(), "WAITLISTED")).hasSize(WAITING + 2 - 201);
        assertThat(Sql.count("""
                        SELECT count(*) FROM mail_outbox m JOIN registration r
                          ON m.dedup_key = 'registration/' || r.id || '/promoted'
                        WHERE r.scope_id = ?::uuid
                        """, event.id())).isZero(); // the event lies in the past: nobody is written to
        assertThat(Sql.query("""
                        SELECT count(*) AS promoted FROM registration
                        WHERE scope_id = ?::uuid AND status = 'CONFIRMED' AND version > 0 GROUP BY xmin::text
                        """, event.id()))
                .hasSize(10)
                .allSatisfy(portion -> assertThat(portion).containsEntry("promoted", 20L));
        assertThat(Sql.query(
                        "SELECT taken, waiting, passing_on FROM seat_counter WHERE scope_id = ?::uuid AND kind = 'TOTAL'",
                        event.id()))
                .containsExactly(Map.of("taken", 201, "waiting", WAITING + 2 - 201, "passing_on", false));
    }

    @Test
    void manySeatsOfASessionAreGivenInPortionsTooWhileTheEventItselfHasRoom() {
        Programme.Made event =
                publishedEvent(Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"));
        Programme.Made workshop =
                session(event.id(), "w1", Map.of("capacity", 1, "startsLocal", "2099-09-21T10:00:00"));
        List<UUID> chosen = List.of(UUID.fromString(workshop.id()));
        for (int i = 0; i < 61; i++) {
            enter(event.id(), chosen);
        }
        assertThat(numbersInSession(workshop.id(), "SEAT")).containsExactly(1L);
        seats(workshop, 51);
        assertThat(numbersInSession(workshop.id(), "SEAT")).hasSize(1 + 20);
        // At the event there is room; in the session others come first.
        assertThat(register(event.id(), Map.of("sessions", chosen)).response().<String>path("sessions[0].state"))
                .isEqualTo("WAITING");

        twoReplicasTakeTurns();

        assertThat(numbersInSession(workshop.id(), "SEAT"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 51).boxed().toList());
        assertThat(numbersInSession(workshop.id(), "WAITING"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(52, 62).boxed().toList());
        assertThat(numbers(event.id(), "CONFIRMED")).hasSize(62);
        assertThat(Sql.count("""
                        SELECT count(*) FROM mail_outbox m JOIN registration r
                          ON m.dedup_key = 'registration/' || r.id || '/seated/' || ?
                        WHERE r.scope_id = ?::uuid
                        """, workshop.id(), event.id())).isEqualTo(50);
        assertThat(Sql.query("""
                        SELECT count(*) AS seated FROM registration
                        WHERE scope_id = ?::uuid AND version > 0 GROUP BY xmin::text ORDER BY 1 DESC
                        """, event.id()))
                .extracting(portion -> portion.get("seated"))
                .containsExactly(20L, 20L, 10L);
        assertThat(Sql.query(
                        "SELECT taken, waiting, passing_on FROM seat_counter WHERE session_id = ?::uuid",
                        workshop.id()))
                .containsExactly(Map.of("taken", 51, "waiting", 11, "passing_on", false));
    }

    @Test
    void whoComesFromTheEventsLineQueuesBehindThoseWhoWaitForTheSession() {
        Programme.Made event = publishedEvent(Map.of("capacity", 2));
        Programme.Made workshop = session(event.id(), "w1", Map.of("capacity", 1));
        Map<String, Object> choice = Map.of("sessions", List.of(workshop.id()));
        Registrations.Made seated = register(event.id(), choice);
        register(event.id(), choice);
        assertThat(register(event.id(), choice).status()).isEqualTo("WAITLISTED");
        Registrations.withdraw(seated).then().statusCode(200);
        assertThat(numbers(event.id(), "CONFIRMED")).containsExactly(2L, 3L);
        assertThat(numbersInSession(workshop.id(), "SEAT")).containsExactly(2L);
        assertThat(numbersInSession(workshop.id(), "WAITING")).containsExactly(3L);
    }

    @Test
    void nobodyGetsASeatInASessionThatWasCalledOff() {
        Programme.Made event = publishedEvent(Map.of());
        Programme.Made workshop = session(event.id(), "w1", Map.of("capacity", 1));
        Map<String, Object> choice = Map.of("sessions", List.of(workshop.id()));
        Registrations.Made seated = register(event.id(), choice);
        register(event.id(), choice);
        manager()
                .header("If-Match", Programme.etagOf("/v1/sessions/" + workshop.id()))
                .body(Map.of("reason", "The trainer is ill."))
                .post("/v1/sessions/{id}:cancel", workshop.id())
                .then()
                .statusCode(200);
        Registrations.withdraw(seated).then().statusCode(200);
        assertThat(numbersInSession(workshop.id(), "SEAT")).isEmpty();
        assertThat(numbersInSession(workshop.id(), "WAITING")).containsExactly(2L);
    }

    private void twoReplicasTakeTurns() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(job::run);
            threads.submit(job::run);
        }
    }

    private static void seats(Programme.Made session, int capacity) {
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.etagOf("/v1/sessions/" + session.id()))
                .body(Map.of("capacity", capacity))
                .patch("/v1/sessions/{id}", session.id())
                .then()
                .statusCode(200);
    }

    private static List<Long> numbersInSession(String session, String state) {
        return Sql.query(
                        "SELECT number FROM session_seat WHERE session_id = ?::uuid AND state = ? ORDER BY 1",
                        session,
                        state)
                .stream()
                .map(row -> (Long) row.get("number"))
                .toList();
    }

    private static void enter(String event, List<UUID> sessions) {
        Arc.container()
                .instance(IntakeService.class)
                .get()
                .enter(
                        UUID.fromString(event),
                        new RegistrationDetails(
                                "Somebody",
                                UUID.randomUUID() + "@example.org",
                                AudienceCategory.EXPERT,
                                null,
                                sessions,
                                null,
                                null,
                                null,
                                null,
                                new Consent("1", false, false, null)));
    }

    private static List<Long> numbers(String event, String status) {
        return Sql.query(
                        "SELECT number FROM registration WHERE scope_id = ?::uuid AND status = ? ORDER BY 1",
                        event,
                        status)
                .stream()
                .map(row -> (Long) row.get("number"))
                .toList();
    }
}
