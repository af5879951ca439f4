package eu.mpf.gateway;

import eu.mpf.gateway.policy.AccessLog;
import eu.mpf.gateway.policy.SecurityHeaders;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemType;
import io.vertx.core.http.HttpConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one event loop has under way: exchanges with their deadlines and connections with their idle time,
 * looked at by one coarse sweep instead of a timer each. Its clock moves with the sweep.
 */
final class Watch {

    /** A client connection: since when it has had no request, and how many it has now. */
    private static final class Peer {
        private int active;
        private long idleSince;
        private boolean closing;
        /** When its close began, which waits until the peer has read what it was sent; 0 before. */
        private long closeBegan;
    }

    private final Deadlines deadlines;
    private final AccessLog log;
    private final SecurityHeaders protection;
    private final Set<Exchange> exchanges = new HashSet<>();
    private final IdentityHashMap<HttpConnection, Peer> peers = new IdentityHashMap<>();
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean draining;
    private volatile boolean refusing;
    private long now = millis();

    Watch(Deadlines deadlines, AccessLog log, SecurityHeaders protection) {
        this.deadlines = deadlines;
        this.log = log;
        this.protection = protection;
    }

    SecurityHeaders protection() {
        return protection;
    }

    long now() {
        return now;
    }

    boolean draining() {
        return draining;
    }

    void drain() {
        draining = true;
    }

    /** Whether what comes is not begun any more. */
    boolean refusing() {
        return refusing;
    }

    void refuse() {
        refusing = true;
    }

    /** Exchanges under way; other threads read this figure and {@link #open} only. */
    int active() {
        return active.get();
    }

    /** Connections of clients. */
    int open() {
        return open.get();
    }

    void connected(HttpConnection connection) {
        Peer peer = new Peer();
        peer.idleSince = now;
        peers.put(connection, peer);
        open.lazySet(peers.size());
        connection.closeHandler(gone -> {
            peers.remove(connection);
            open.lazySet(peers.size());
        });
    }

    void started(Exchange exchange) {
        exchanges.add(exchange);
        active.lazySet(exchanges.size());
        Peer peer = peers.get(exchange.request().connection());
        if (peer != null) {
            peer.active++;
        }
    }

    void completed(Exchange exchange) {
        if (!exchanges.remove(exchange)) {
            return;
        }
        active.lazySet(exchanges.size());
        Peer peer = peers.get(exchange.request().connection());
        if (peer != null) {
            peer.active--;
            peer.idleSince = now;
            if (!exchange.requestEnded() || draining) {
                peer.closing = true;
            }
        }
        log.record(exchange, System.nanoTime() - exchange.startedNanos());
    }

    void sweep() {
        now = millis();
        for (Exchange exchange : List.copyOf(exchanges)) {
            ProblemType late = deadlines.passed(exchange, now);
            if (late != null) {
                exchange.refuse(late, detail(late));
            }
        }
        closeIdle();
    }

    private void closeIdle() {
        @Nullable List<HttpConnection> idle = null;
        for (Map.Entry<HttpConnection, Peer> entry : peers.entrySet()) {
            Peer peer = entry.getValue();
            long limit = peer.closing || draining ? deadlines.linger() : deadlines.keepAlive();
            if (peer.active == 0 && now - peer.idleSince >= limit) {
                idle = idle == null ? new ArrayList<>() : idle;
                idle.add(entry.getKey());
            }
        }
        if (idle != null) {
            idle.forEach(this::close);
        }
    }

    /** Closing takes the peer's out of {@link #peers}, so not within their iteration. */
    private void close(HttpConnection connection) {
        Peer peer = peers.get(connection);
        if (peer == null) {
            return;
        }
        if (peer.closeBegan == 0) {
            peer.closeBegan = now;
            connection.close();
        } else if (now - peer.closeBegan >= deadlines.linger()) {
            Disconnect.now(connection);
        }
    }

    private static String detail(ProblemType late) {
        return late == GatewayProblem.REQUEST_TIMEOUT
                ? "The body of the request did not arrive in time."
                : "The service did not answer in time. Whether it has acted on the request is not known.";
    }

    static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
