package eu.mpf.system.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Requests to one service, timed to the last byte. */
final class Request {

    private static final int BUFFER = 1 << 16;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Request(String base) {
        this.base = base;
    }

    /** Milliseconds to the last byte. */
    double time(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var answer = http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    List<Double> times(String path, int requests) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < requests; i++) {
            times.add(time(path));
        }
        return times;
    }

    /** Reads an export to its end without keeping it, and returns its length in bytes. */
    long drain(String path, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", accept)
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        try (InputStream body = answer.body()) {
            var buffer = new byte[BUFFER];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
            return bytes;
        }
    }
}
