package eu.mpf.system.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Requests at a fixed rate, whether earlier ones have been answered or not; each is measured from the moment it should have
 * been sent, so a stall counts for every request it held up.
 */
final class PacedLoad {

    private static final int CLIENTS = 8;

    private final String host;
    private final int port;
    private final byte[] request;

    PacedLoad(String url, @Nullable String token) {
        URI address = URI.create(url);
        this.host = address.getHost();
        this.port = address.getPort();
        String credential = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
        this.request = "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                .formatted(address.getPath(), address.getAuthority(), credential)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Milliseconds of each request. */
    List<Double> run(double rate, int seconds) throws InterruptedException, ExecutionException {
        long gap = (long) (CLIENTS * 1e9 / rate);
        int each = (int) (seconds * rate / CLIENTS);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            long begin = System.nanoTime() + 50_000_000L;
            List<Callable<List<Double>>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long first = begin + client * gap / CLIENTS;
                clients.add(() -> client(first, gap, each));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> done : threads.invokeAll(clients)) {
                all.addAll(done.get());
            }
            return all;
        }
    }

    private List<Double> client(long first, long gap, int requests) throws IOException {
        List<Double> millis = new ArrayList<>(requests);
        try (Socket socket = new Socket(host, port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int i = 0; i < requests; i++) {
                long due = first + i * gap;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                socket.getOutputStream().write(request);
                skipAnswer(in);
                millis.add((System.nanoTime() - due) / 1e6);
            }
        }
        return millis;
    }

    private static void skipAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + status);
        }
        long length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(line.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException("the answer does not say how long it is");
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection was closed");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
