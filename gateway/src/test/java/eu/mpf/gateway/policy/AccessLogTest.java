package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Queue;
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
}
