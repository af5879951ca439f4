package eu.mpf.system.bench;

import eu.mpf.system.client.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What was measured on deadline day. */
final class DeadlineFigures {

    final Latencies drafts = new Latencies("drafts begun");
    final Latencies saves = new Latencies("drafts saved");
    final Latencies files = new Latencies("files sent");
    final Latencies submits = new Latencies("handed in");
    final Latencies reads = new Latencies("reads of the public");

    private final AtomicInteger requests = new AtomicInteger();

    Answer timed(Latencies kind, Supplier<Answer> request) {
        long start = System.nanoTime();
        requests.incrementAndGet();
        try {
            Answer answer = request.get();
            kind.add(System.nanoTime() - start);
            if (answer.status() >= 500) {
                kind.fail();
            }
            return answer;
        } catch (java.io.UncheckedIOException e) {
            kind.lose();
            throw e;
        }
    }

    void print(double seconds, Duration window) {
        System.out.printf(
                Locale.ROOT,
                "%,d requests in %.1f s (%.0f/s), the deadline after %d s%n",
                requests.get(),
                seconds,
                requests.get() / seconds,
                window.toSeconds());
        drafts.print(300);
        saves.print(300);
        files.print(1_000);
        submits.print(1_000);
        reads.print(300);
    }
}
