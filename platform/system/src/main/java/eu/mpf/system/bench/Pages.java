package eu.mpf.system.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The list of projects over HTTP, in one order. */
final class Pages {

    private static final int LARGEST = 200;
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String list;

    Pages(String service, String orderBy) {
        this.list = service + "/v1/projects?orderBy=" + orderBy;
    }

    /** Follows the cursor, and returns the token of the page that starts after so many rows. */
    String tokenAfter(int rows) throws IOException, InterruptedException {
        String token = null;
        for (int passed = 0; passed < rows; ) {
            int size = Math.min(LARGEST, rows - passed);
            token = next(get(size, token, "&fields=id"));
            passed += size;
        }
        if (token == null) {
            throw new IllegalStateException("the list ends before row " + rows);
        }
        return token;
    }

    /** Milliseconds from the request to the last byte of the answer. */
    double time(int size, @Nullable String token) throws IOException, InterruptedException {
        long start = System.nanoTime();
        get(size, token, "");
        return (System.nanoTime() - start) / 1e6;
    }

    byte[] get(int size, @Nullable String token, String more) throws IOException, InterruptedException {
        String from = token == null ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(list + "&pageSize=" + size + from + more))
                .build();
        var response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private static @Nullable String next(byte[] page) throws IOException {
        try (var parser = JSON.createParser(page)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && "nextPageToken".equals(parser.currentName())) {
                    return parser.nextTextValue();
                }
            }
        }
        return null;
    }
}
