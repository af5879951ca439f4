package eu.mpf.system.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Requests at a fixed rate, whether earlier ones have been answered or not; each is measured from the moment it should have
 * been sent, so a stall counts for every request it held up. One thread serves all connections and sleeps between two
 * requests: a client that takes a processor for itself measures its own queue.
 */
final class PacedLoad {

    private static final int CONNECTIONS = 64;
    private static final long LONGEST_SLEEP = 100_000;
    private static final long PATIENCE = 30_000_000_000L;

    private final InetSocketAddress address;
    private final byte[] request;

    PacedLoad(String url, @Nullable String token) {
        URI target = URI.create(url);
        this.address = new InetSocketAddress(target.getHost(), target.getPort());
        String credential = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
        this.request = "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                .formatted(target.getPath(), target.getAuthority(), credential)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Milliseconds of each request. */
    List<Double> run(double rate, int seconds) throws IOException {
        int requests = (int) (seconds * rate);
        List<Double> millis = new ArrayList<>(requests);
        try (Selector selector = Selector.open()) {
            Deque<PacedConnection> idle = new ArrayDeque<>();
            try {
                for (int i = 0; i < CONNECTIONS; i++) {
                    idle.add(connect(selector));
                }
                pace(selector, idle, rate, requests, millis);
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
        return millis;
    }

    private PacedConnection connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var connection = new PacedConnection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    private void pace(Selector selector, Deque<PacedConnection> idle, double rate, int requests, List<Double> millis)
            throws IOException {
        double gap = 1e9 / rate;
        long begin = System.nanoTime();
        int sent = 0;
        while (millis.size() < requests) {
            long now = System.nanoTime();
            while (sent < requests && !idle.isEmpty() && begin + (long) (sent * gap) <= now) {
                idle.remove().send(request, begin + (long) (sent * gap));
                sent++;
            }
            int answered = millis.size();
            selector.selectNow(key -> {
                var connection = (PacedConnection) key.attachment();
                if (connection.isAnswered()) {
                    millis.add((System.nanoTime() - connection.due()) / 1e6);
                    idle.add(connection);
                }
            });
            if (millis.size() == answered) {
                if (now - begin > requests * gap + PATIENCE) {
                    throw new IOException(
                            "%d of %d requests were not answered".formatted(requests - answered, requests));
                }
                long next = begin + (long) (sent * gap) - System.nanoTime();
                LockSupport.parkNanos(Math.clamp(next, 1, LONGEST_SLEEP));
            }
        }
    }
}
