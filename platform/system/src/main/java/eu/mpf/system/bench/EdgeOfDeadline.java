package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * I4: many hand in within two seconds of a deadline, before it and after it. Who was sent in time is in, who was sent after it
 * is out, and none is committed after others were told that the call is closed.
 */
final class EdgeOfDeadline {

    private static final Duration REACH = Duration.ofSeconds(2);

    /** From the moment before sending until the last byte has arrived; this client shares the machine. */
    private static final Duration TRANSIT = Duration.ofMillis(250);

    private static final Duration CLOSING = Duration.ofSeconds(40);

    private final Connection database;
    private final String call;
    private final Instant deadline;
    private final List<Shot> shots;

    private record Draft(Session session, String id, String etag) {}

    /** One request to hand in, and what came of it. */
    private record Shot(String id, Instant sentAt, Answer answer) {

        boolean accepted() {
            return answer.status() == 200;
        }

        boolean refused() {
            return answer.status() == 409;
        }
    }

    private EdgeOfDeadline(Connection database, String call, Instant deadline, List<Shot> shots) {
        this.database = database;
        this.call = call;
        this.deadline = deadline;
        this.shots = shots;
    }

    /** Prepares the drafts, sets the deadline and fires. */
    static EdgeOfDeadline of(Platform platform, Connection database, int applications, long seed) throws Exception {
        System.out.printf(
                Locale.ROOT, "-- the edge: %,d handed in from 2 s before a deadline to 2 s after it%n", applications);
        Session officer = platform.as("programme-officer");
        String call =
                DeadlineCall.publish(officer, Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.MILLIS), false);
        List<Draft> drafts = drafts(platform, call, applications);
        Instant deadline = Instant.now().plus(REACH).plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        ObjectNode amendment = Session.object(body -> {
            body.put("reason", "The deadline");
            body.putArray("corrections")
                    .addObject()
                    .put("section", "1")
                    .put("was", "later")
                    .put("is", deadline.toString());
            body.putObject("changes").set("deadlines", DeadlineCall.deadlines(deadline));
        });
        officer.move("/v1/calls/" + call, "amend", amendment).expect(200);
        return new EdgeOfDeadline(database, call, deadline, fire(drafts, deadline, seed));
    }

    private static List<Draft> drafts(Platform platform, String call, int applications) throws Exception {
        List<Session> sessions =
                List.of(platform.as("applicant-lv"), platform.as("applicant-lt"), platform.as("applicant-pt"));
        var few = new Semaphore(8);
        return all(applications, i -> {
            few.acquire();
            try {
                Session session = sessions.get(i % sessions.size());
                Answer draft = session.post("/v1/applications", DeadlineCall.application(call))
                        .expect(201);
                return new Draft(session, draft.id(), draft.etag());
            } finally {
                few.release();
            }
        });
    }

    private static List<Shot> fire(List<Draft> drafts, Instant deadline, long seed) throws Exception {
        List<Draft> shuffled = new ArrayList<>(drafts);
        Collections.shuffle(shuffled, new Random(seed));
        long step = 2 * REACH.toNanos() / shuffled.size();
        return all(shuffled.size(), i -> {
            Draft draft = shuffled.get(i);
            Applicant.sleepUntil(deadline.minus(REACH).plusNanos(i * step));
            String key = UUID.randomUUID().toString();
            Instant sent = Instant.now();
            @Nullable Answer answer = handIn(draft, key);
            for (int attempt = 0; (answer == null || answer.status() == 503) && attempt < 20; attempt++) {
                Applicant.sleepUntil(Instant.now().plusMillis(200));
                answer = handIn(draft, key);
            }
            if (answer == null) {
                throw new IllegalStateException("no answer in 20 attempts to hand in " + draft.id());
            }
            return new Shot(draft.id(), sent, answer);
        });
    }

    /** Busy is no decision, nor is a connection that broke (null): the same request is sent again, with its key. */
    private static @Nullable Answer handIn(Draft draft, String key) {
        try {
            return draft.session().act("/v1/applications/" + draft.id() + ":submit", draft.etag(), null, key);
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    private interface Numbered<T> {
        T of(int i) throws Exception;
    }

    private static <T> List<T> all(int count, Numbered<T> work) throws Exception {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            tasks.add(() -> work.of(number));
        }
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
        }
        return results;
    }

    /** Prints what was found; false if a promise is broken. */
    boolean kept() throws Exception {
        long accepted = shots.stream().filter(Shot::accepted).count();
        long refused = shots.stream().filter(Shot::refused).count();
        long late = shots.stream()
                .filter(Shot::accepted)
                .filter(shot -> shot.sentAt().isAfter(deadline))
                .count();
        long robbed = shots.stream()
                .filter(Shot::refused)
                .filter(shot -> shot.sentAt().plus(TRANSIT).isBefore(deadline))
                .count();
        long between = shots.stream()
                .filter(Shot::refused)
                .filter(shot -> shot.sentAt().isBefore(deadline)
                        && !shot.sentAt().plus(TRANSIT).isBefore(deadline))
                .count();
        long waited = count("SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id"
                + " WHERE a.call_id = ?::uuid AND pg_xact_commit_timestamp(s.xmin) > '" + deadline + "'");
        long afterwards = afterTheClosing();
        System.out.printf(
                Locale.ROOT,
                "   %,d accepted (%,d of them came in time and were done after the deadline), %,d refused (%,d of them sent in the"
                        + " last %d ms before it, on their way at the deadline)%n",
                accepted,
                waited,
                refused,
                between,
                TRANSIT.toMillis());
        boolean kept = Invariant.print(
                "I4",
                late + robbed + afterwards + (shots.size() - accepted - refused) == 0,
                "sent after the deadline and accepted: " + late + "; sent in time and refused: " + robbed
                        + "; committed after the call was told closed: " + afterwards
                        + "; without an answer that decides: "
                        + (shots.size() - accepted - refused));
        long stored = count("SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id"
                + " WHERE a.call_id = ?::uuid");
        return kept & Invariant.print("I2", stored == accepted, "accepted " + accepted + ", stored " + stored);
    }

    /** Waits until the closing is told; the audit entry is written in its transaction. */
    private long afterTheClosing() throws SQLException {
        String closing = "SELECT pg_xact_commit_timestamp(e.xmin) FROM audit_entry e WHERE e.object_id = ? AND"
                + " e.action = 'eu.mpf.calls.call.closed.v1'";
        Instant giveUp = Instant.now().plus(CLOSING);
        while (count("SELECT count(*) FROM (" + closing + ") told") == 0) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("nobody was told that the call is closed");
            }
            Applicant.sleepUntil(Instant.now().plusMillis(500));
        }
        return count("SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id WHERE a.call_id ="
                + " ?::uuid AND pg_xact_commit_timestamp(s.xmin) > (" + closing.replace("?", "'" + call + "'") + ")");
    }

    private long count(String sql) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.setString(1, call);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
