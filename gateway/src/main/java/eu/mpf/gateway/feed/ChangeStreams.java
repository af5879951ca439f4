package eu.mpf.gateway.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The feed as server-sent events: each stream is a loop on a virtual thread that reads pages and waits for more. */
@ApplicationScoped
public class ChangeStreams {

    private static final Logger LOG = Logger.getLogger(ChangeStreams.class);
    private static final int AT_ONCE = 50;
    private static final long RECONNECT_MS = 2_000;

    /** A client that takes nothing for this long is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Feed feed;
    private final ObjectMapper json;
    private final Sse sse;
    private final int most;
    private final long pingNanos;
    private final Pulse pulse;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean stopping;

    ChangeStreams(Feed feed, ObjectMapper json, Sse sse, GatewayConfig config) {
        this.feed = feed;
        this.json = json;
        this.sse = sse;
        this.most = config.gateway().feed().streams();
        this.pingNanos = config.gateway().feed().ping().toNanos();
        this.pulse = new Pulse(feed::head, config.gateway().feed().poll());
    }

    /**
     * Begins to send changes, until the client goes, its token expires, or this instance stops.
     *
     * @throws ProblemException if the stream cannot begin
     */
    void open(SseEventSink sink, @Nullable Long after, TypeFilter filter, Instant expiry) {
        if (open.incrementAndGet() > most || stopping) {
            open.decrementAndGet();
            throw new ProblemException(CommonProblem.UNAVAILABLE, "No further live stream can be served here now.");
        }
        try {
            ChangeLog.Found first = feed.read(after, filter, AT_ONCE);
            greet(sink);
            // A thread of its own: the request's ends with the resource method, which must return while the sink is
            // open.
            Thread.ofVirtual().name("change-stream").start(() -> {
                try {
                    run(sink, first, filter, expiry);
                } finally {
                    open.decrementAndGet();
                }
            });
        } catch (RuntimeException e) {
            open.decrementAndGet();
            throw e;
        }
    }

    /**
     * Says at once that the client is connected. On the request's own thread, before the method returns: the framework
     * writes the head when it does, and if another thread wrote at that moment, one of the two would find the head written
     * in the middle of its own and fail, which would end the stream before its first comment.
     */
    private void greet(SseEventSink sink) {
        try {
            send(
                    sink,
                    sse.newEventBuilder()
                            .comment("changes")
                            .reconnectDelay(RECONNECT_MS)
                            .build());
        } catch (ExecutionException | TimeoutException e) {
            throw new ProblemException(CommonProblem.UNAVAILABLE, "The stream could not begin.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonProblem.UNAVAILABLE, "The stream could not begin.");
        }
    }

    private void run(SseEventSink sink, ChangeLog.Found first, TypeFilter filter, Instant expiry) {
        try (sink) {
            follow(sink, first, filter, expiry);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.debugf("a client has left its stream: %s", e.getMessage());
        } catch (ProblemException e) {
            LOG.debugf("a stream ends early: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(SseEventSink sink, ChangeLog.Found first, TypeFilter filter, Instant expiry)
            throws InterruptedException, ExecutionException, TimeoutException {
        long sentAt = System.nanoTime();
        ChangeLog.Found found = first;
        while (!stopping && !sink.isClosed() && Instant.now().isBefore(expiry)) {
            for (Change change : found.changes()) {
                send(sink, event(change));
                sentAt = System.nanoTime();
            }
            if (found.caughtUp()) {
                long untilPing = pingNanos - (System.nanoTime() - sentAt);
                if (untilPing <= 0) {
                    send(sink, sse.newEventBuilder().comment("ping").build());
                    sentAt = System.nanoTime();
                    untilPing = pingNanos;
                }
                pulse.await(
                        found.end(),
                        Math.min(
                                untilPing,
                                Duration.between(Instant.now(), expiry).toNanos()));
            }
            found = feed.read(found.end(), filter, AT_ONCE);
        }
    }

    private OutboundSseEvent event(Change change) {
        try {
            return sse.newEventBuilder()
                    .id(change.cursor())
                    .name(change.type())
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(String.class, json.writeValueAsString(change))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(SseEventSink sink, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Before the public port waits for its exchanges to end: these would not. */
    void stop(@Observes @Priority(100) ShutdownDelayInitiatedEvent event) {
        stopping = true;
        pulse.stop();
    }
}
