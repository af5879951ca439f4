package eu.mpf.calls.application;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** I4 in small: many hand in around a deadline that comes while they do. The benchmark deadline-day does it in large. */
@MpfTest
@Tag("C10")
class EdgeOfDeadlineTest {

    private static final int APPLICATIONS = 48;
    private static final Duration REACH = Duration.ofMillis(600);
    private static final Duration TRANSIT = Duration.ofMillis(400);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private record Shot(Instant sentAt, int status) {}

    @Test
    void whoIsSentInTimeIsInAndWhoIsSentLaterIsOut() throws Exception {
        String call = openCall(terms());
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            drafts.add(draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00")));
        }
        Instant deadline = clock().plus(REACH).plusMillis(800).truncatedTo(ChronoUnit.MILLIS);
        verb("programme-officer", "/v1/calls/" + call, "amend", """
                {"reason": "The deadline", "corrections": [{"section": "1", "was": "later", "is": "soon"}],
                 "changes": {"questionsUntilLocal": null, "deadlines": [{"stage": "FULL_APPLICATION", "local": "%s"}]}}""".formatted(
                                MILLIS.format(deadline.atZone(ZoneId.of("Europe/Brussels")))))
                .then()
                .statusCode(200);
        List<Callable<Shot>> shots = new ArrayList<>();
        long step = 2 * REACH.toNanos() / APPLICATIONS;
        for (int i = 0; i < APPLICATIONS; i++) {
            String id = drafts.get(i);
            Instant at = deadline.minus(REACH).plusNanos(i * step);
            shots.add(() -> {
                LockSupport.parkNanos(Duration.between(Instant.now(), at).toNanos());
                Instant sent = Instant.now();
                int status = as("applicant-lv")
                        .header("If-Match", "\"0\"")
                        .post("/v1/applications/" + id + ":submit")
                        .statusCode();
                return new Shot(sent, status);
            });
        }
        List<Shot> fired = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var shot : threads.invokeAll(shots)) {
                fired.add(shot.get());
            }
        }
        assertThat(fired).extracting(Shot::status).containsOnly(200, 409);
        assertThat(fired)
                .filteredOn(shot -> shot.sentAt().isAfter(deadline))
                .as("sent after the deadline")
                .allMatch(shot -> shot.status() == 409);
        assertThat(fired)
                .filteredOn(shot -> shot.sentAt().plus(TRANSIT).isBefore(deadline))
                .as("sent in time")
                .allMatch(shot -> shot.status() == 200);
        assertThat(Sql.count(
                        "SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id"
                                + " WHERE a.call_id = ?::uuid AND s.submitted_at <= '" + deadline + "'",
                        call))
                .isEqualTo(fired.stream().filter(shot -> shot.status() == 200).count());
    }

    /** This machine's clock is the database's here. */
    private static Instant clock() {
        return Sql.value(Timestamp.class, "SELECT clock_timestamp()").toInstant();
    }
}
