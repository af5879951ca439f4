package eu.mpf.system.failure;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * People who register organisations and rename them, through the gateway, and who send a request again with the same
 * idempotency key until they are told what became of it.
 */
final class Writers implements AutoCloseable {

    private static final int RENAMES = 3;
    private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Session officer;
    private final String prefix;
    private final ExecutorService threads;
    private final List<Future<?>> work = new ArrayList<>();
    private final ConcurrentLinkedQueue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> outcomes = new ConcurrentSkipListMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean enough;

    /** @param prefix of the codes, which tells the organisations of one run from those of the others */
    Writers(Platform platform, String prefix, int people) {
        this.officer = platform.as("programme-officer");
        this.prefix = prefix;
        this.threads = Executors.newFixedThreadPool(people);
        for (int person = 1; person <= people; person++) {
            int number = person;
            work.add(threads.submit(() -> write(number)));
        }
    }

    private void write(int person) {
        for (int n = 1; !enough; n++) {
            promises.add(organisation("%s-%d-%d".formatted(prefix, person, n)));
        }
    }

    private Promise organisation(String code) {
        List<String> names = new ArrayList<>();
        List<Promise.Reply> replies = new ArrayList<>();
        JsonNode registration = Session.object(body -> body.put("code", code)
                .put("name", "Agency " + code)
                .put("kind", "PUBLIC_AUTHORITY")
                .put("country", "PT"));
        Answer last = untilAnswered("/v1/organisations", "", registration, replies);
        names.add("Agency " + code);
        String resource = "/v1/organisations/" + last.id();
        for (int i = 1; i <= RENAMES && !enough; i++) {
            String name = "Agency %s, %d".formatted(code, i);
            String day = FIRST.plusDays(i).toString();
            JsonNode renaming = Session.object(body -> body.put("name", name).put("effectiveOn", day));
            last = untilAnswered(resource + ":rename", last.etag(), renaming, replies);
            names.add(name);
        }
        return new Promise(code, names, replies);
    }

    private Answer untilAnswered(String path, String etag, JsonNode body, List<Promise.Reply> replies) {
        String key = UUID.randomUUID().toString();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            long sent = System.nanoTime();
            try {
                Answer answer = send(path, etag, body, key);
                count(Integer.toString(answer.status()), sent);
                if (answer.status() < 300) {
                    acknowledged.incrementAndGet();
                    replies.add(new Promise.Reply(path, body, key, etag, answer.body()));
                    return answer;
                }
                if (!mayPass(answer.status())) {
                    throw new IllegalStateException(
                            "%s answered %d: %s".formatted(answer.request(), answer.status(), answer.text()));
                }
            } catch (UncheckedIOException cut) {
                count(cut.getCause() instanceof ConnectException ? "refused" : "cut", sent);
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException(path + " was not answered for " + PATIENCE.toSeconds() + " s");
    }

    private Answer send(String path, String etag, JsonNode body, String key) {
        return etag.isEmpty() ? officer.post(path, body, key) : officer.act(path, etag, body, key);
    }

    /** Sends a request that was acknowledged a second time. */
    Answer again(Promise.Reply reply) {
        return send(reply.path(), reply.etag(), reply.body(), reply.key());
    }

    /** Too early, too much, or something behind the gateway is away: nothing that asking again could not mend. */
    private static boolean mayPass(int status) {
        return status == 409 || status == 429 || status == 502 || status == 503 || status == 504;
    }

    private void count(String outcome, long sent) {
        outcomes.computeIfAbsent(outcome, any -> new AtomicInteger()).incrementAndGet();
        slowest.accumulateAndGet(System.nanoTime() - sent, Math::max);
    }

    /** How many requests have been acknowledged. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** How often each status was answered; {@code refused} for no connection and {@code cut} for no answer. */
    Map<String, AtomicInteger> outcomes() {
        return outcomes;
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** Waits until so many more requests are acknowledged. */
    void awaitMore(int requests) {
        int aim = acknowledged() + requests;
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged() < aim) {
            work.stream().filter(Future::isDone).forEach(Writers::rethrow);
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("no more is acknowledged: " + outcomes);
            }
            LockSupport.parkNanos(PAUSE / 10);
        }
    }

    /** Everybody finishes what they have begun. */
    List<Promise> finish() {
        enough = true;
        work.forEach(Writers::rethrow);
        return List.copyOf(promises);
    }

    private static void rethrow(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("somebody gave up: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdownNow();
    }
}
