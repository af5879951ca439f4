package eu.mpf.events.registration;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
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
            enter(event.id());
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

        // Two replicas take turns.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(job::run);
            threads.submit(job::run);
        }

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

    private static void enter(String event) {
        Arc.container()
                .instance(RegistrationService.class)
                .get()
                .enter(
                        UUID.fromString(event),
                        new RegistrationDetails(
                                "Somebody",
                                UUID.randomUUID() + "@example.org",
                                AudienceCategory.EXPERT,
                                null,
                                null,
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
