package eu.mpf.system.failure;

import eu.mpf.system.client.Answer;
import eu.mpf.system.failure.Findings.Promised;
import eu.mpf.system.up.BreakableStack;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Holds what was acknowledged against every database and the log of events. */
final class Checks {

    private static final String TOPIC = "mpf.projects.organisation.v1";
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final int REPEATED = 300;

    private final BreakableStack stack;
    private final String prefix;
    private final List<Promise> promises;
    private final Findings findings = new Findings();

    /** @param prefix of the codes of all organisations of this run */
    Checks(BreakableStack stack, String prefix, List<Promise> promises) {
        this.stack = stack;
        this.prefix = prefix;
        this.promises = promises;
    }

    /** Waits until everybody who follows has what the owner has, at most a minute. @return how long it took */
    Duration awaitConvergence() {
        long start = System.nanoTime();
        while (!converged() && System.nanoTime() - start < PATIENCE) {
            LockSupport.parkNanos(50_000_000);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean converged() {
        Map<String, Stored> owned = owned();
        Map<String, Long> changes = changes();
        return Stored.count(stack, "projects", "outbox_event") == 0
                && followed().equals(owned)
                && owned.values().stream()
                        .allMatch(stored -> changes.getOrDefault(stored.id(), 0L) == stored.version());
    }

    Findings check(Writers writers) {
        Map<String, Stored> owned = owned();
        nothingLost(owned);
        oneAnswer(writers);
        published(owned);
        followed(owned);
        return findings;
    }

    private Map<String, Stored> owned() {
        return Stored.in(stack, "projects", Stored.OWNER, prefix);
    }

    private Map<String, Stored> followed() {
        return Stored.in(stack, "events", Stored.FOLLOWER, prefix);
    }

    private void nothingLost(Map<String, Stored> owned) {
        Set<String> promised = new HashSet<>();
        for (Promise promise : promises) {
            promised.add(promise.code());
            Stored stored = owned.get(promise.code());
            if (stored == null) {
                findings.add(Promised.I2, promise.code() + " is not there");
            } else if (!stored.name().equals(promise.name())) {
                findings.add(
                        Promised.I2,
                        "%s is called '%s' and should be '%s'"
                                .formatted(promise.code(), stored.name(), promise.name()));
            } else if (stored.version() != promise.names().size()) {
                findings.add(
                        Promised.I3,
                        "%s has version %d after %d changes"
                                .formatted(
                                        promise.code(),
                                        stored.version(),
                                        promise.names().size()));
            }
        }
        owned.keySet().stream()
                .filter(code -> !promised.contains(code))
                .forEach(code -> findings.add(Promised.I3, code + " was made, and nobody was told"));
    }

    /** A sample, evenly over the run. */
    private void oneAnswer(Writers writers) {
        List<Promise.Reply> replies =
                promises.stream().flatMap(promise -> promise.replies().stream()).toList();
        int step = Math.max(1, replies.size() / REPEATED);
        for (int i = 0; i < replies.size(); i += step) {
            Promise.Reply reply = replies.get(i);
            Answer again = writers.again(reply);
            if (!Arrays.equals(again.body(), reply.answer())) {
                findings.add(
                        Promised.I3,
                        again.request() + " was answered differently when it came again: " + again.status() + " "
                                + again.text());
            }
        }
    }

    private void published(Map<String, Stored> owned) {
        Map<String, List<Long>> log = Published.bySubject(Published.in(TOPIC, stack.bootstrapServers()));
        for (Stored stored : owned.values()) {
            long last = 0;
            for (long sequence : log.getOrDefault(stored.id(), List.of())) {
                if (sequence > last + 1) {
                    findings.add(Promised.I5, "%s: %d was published after %d".formatted(stored.code(), sequence, last));
                }
                last = Math.max(last, sequence); // an event may come again
            }
            if (last != stored.version()) {
                findings.add(
                        Promised.I5,
                        "%s: version %d is stored, %d was published".formatted(stored.code(), stored.version(), last));
            }
        }
        Set<String> committed = new HashSet<>();
        Stored.query(stack, "projects", "SELECT id::text FROM organisation", row -> committed.add(row.getString(1)));
        log.keySet().stream()
                .filter(id -> !committed.contains(id))
                .forEach(id -> findings.add(Promised.I5, id + " was published and is not stored"));
    }

    private void followed(Map<String, Stored> owned) {
        Map<String, Stored> followed = followed();
        owned.forEach((code, stored) -> {
            if (!stored.equals(followed.get(code))) {
                findings.add(
                        Promised.I6, "events-service has %s where there is %s".formatted(followed.get(code), stored));
            }
        });
        Map<String, Long> changes = changes();
        owned.values().forEach(stored -> {
            long told = changes.getOrDefault(stored.id(), 0L);
            if (told != stored.version()) {
                findings.add(
                        Promised.I6,
                        "the change feed has %d changes of %s, which has had %d"
                                .formatted(told, stored.code(), stored.version()));
            }
        });
    }

    /** How many changes of each organisation the gateway's feed holds. */
    private Map<String, Long> changes() {
        Map<String, Long> changes = new HashMap<>();
        Stored.query(
                stack,
                "gateway",
                "SELECT subject, count(*) FROM change WHERE type LIKE 'eu.mpf.projects.organisation.%' GROUP BY subject",
                row -> changes.put(row.getString(1), row.getLong(2)));
        return changes;
    }
}
