package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.web.problem.CommonProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The log costs an event loop no more than a stored reference, whatever its writer does. */
class AccessLogTest {

    private static final int MANY = 20_000;

    private final Queue<String> written = new ConcurrentLinkedQueue<>();

    private static AccessRecord line(String id) {
        return new AccessRecord(id, "GET", "/v1/projects", "/v1/projects", "projects", 200, 2, 1_000, false, null);
    }

    @Test
    void aWriterThatHangsHoldsNobodyUpAndWhatDoesNotFitIsCounted() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        try (AccessLog log = new AccessLog(line -> {
            waitFor(disk);
            written.add(line.requestId());
        })) {
            for (int i = 0; i < MANY; i++) {
                log.note(line("r" + i));
            }
            long lost = log.dropped();
            assertThat(lost).as("lines beyond the ring").isPositive().isLessThan(MANY);
            disk.countDown();
            await().until(() -> written.size() == MANY - lost);
            assertThat(written).first().isEqualTo("r0");
        }
    }

    @Test
    void aLineThatCannotBeWrittenIsNotTheLast() {
        try (AccessLog log = new AccessLog(line -> {
            if (line.requestId().equals("bad")) {
                throw new IllegalStateException("the disk is full");
            }
            written.add(line.requestId());
        })) {
            log.note(line("bad"));
            log.note(line("good"));
            await().until(() -> written.contains("good"));
            assertThat(log.dropped()).isEqualTo(1);
        }
    }

    @Test
    void whatWasNotedBeforeTheEndIsWritten() {
        try (AccessLog log = new AccessLog(line -> written.add(line.requestId()))) {
            for (int i = 0; i < 100; i++) {
                log.note(line("r" + i));
            }
        }
        assertThat(written).hasSize(100);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLineTellsWhatTheExchangeDid() {
        Rehearsal asked = Rehearsal.get("/v1/projects/1?secret=x").routed();
        Exchange exchange = asked.exchange();
        exchange.requestId("logged-in-" + System.nanoTime());
        exchange.caller(new Caller("somebody", null, Set.of(), null, List.of(), Instant.MAX, null, null));
        exchange.refuse(CommonProblem.NOT_FOUND, "It is not there.");
        AccessRecord line = logged(exchange.requestId());
        assertThat(line.method()).isEqualTo("GET");
        assertThat(line.path()).isEqualTo("/v1/projects/1");
        assertThat(line.route()).isEqualTo("/v1/projects");
        assertThat(line.upstream()).isEqualTo("projects");
        assertThat(line.status()).isEqualTo(404);
        assertThat(line.bytes()).isGreaterThan(50);
        assertThat(line.nanos()).isBetween(1L, 60_000_000_000L);
        assertThat(line.authenticated()).isTrue();
        assertThat(line.trace()).isNull();
        assertThat(line.line())
                .isEqualTo("GET /v1/projects/1 404 " + line.bytes() + " B " + line.nanos() / 1_000
                        + " us route=/v1/projects upstream=projects token request=" + exchange.requestId());
    }

    @Test
    void whereNothingWasAnsweredAndNoRouteFoundTheLineSaysSo() {
        Exchange exchange = Rehearsal.of("BREW", "/x").exchange();
        exchange.requestId("left-early-" + System.nanoTime());
        exchange.complete();
        AccessRecord line = logged(exchange.requestId());
        assertThat(line.status()).isZero();
        assertThat(line.route()).isEqualTo("none");
        assertThat(line.upstream()).isEqualTo("none");
        assertThat(line.line()).contains("BREW").contains(" anonymous ");
    }

    private static AccessRecord logged(String requestId) {
        return await().until(
                        () -> Rehearsal.logged().stream()
                                .filter(line -> line.requestId().equals(requestId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
