package eu.mpf.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a live stream begins: a head written by two threads at once is a stream that ends before it begins. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X8")
class ChangeStreamsTest {

    @Inject
    ChangeStreams streams;

    @Inject
    Feed feed;

    /** The client's end, which notes who wrote what. */
    private static final class Written implements SseEventSink {
        private record Event(Thread by, String comment) {}

        private final List<Event> events = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            events.add(new Event(Thread.currentThread(), String.valueOf(event.getComment())));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void theFirstCommentIsWrittenByTheRequestsOwnThreadBeforeTheFrameworkWritesTheHead() {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(ProblemException.class)
                .until(() -> {
                    feed.head();
                    return true;
                });
        Written sink = new Written();
        streams.open(
                sink,
                null,
                TypeFilter.of(List.of(), FeedInstance.EVERYTHING),
                Instant.now().plusSeconds(60));
        assertThat(sink.events).isNotEmpty();
        Written.Event first = sink.events.getFirst();
        assertThat(first.comment()).isEqualTo("changes");
        assertThat(first.by())
                .as("another thread would race the framework for the head")
                .isSameAs(Thread.currentThread());
        sink.close();
    }
}
