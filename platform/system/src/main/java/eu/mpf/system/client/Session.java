package eu.mpf.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Requests in the name of one identity. Every POST carries an {@code Idempotency-Key}. */
public final class Session {

    private final boolean repeatable;

    private final Platform platform;
    private final String identity;
    private final List<String> credential;

    Session(Platform platform, String identity, @Nullable String token) {
        this(platform, identity, token == null ? List.of() : List.of("Authorization", "Bearer " + token), false);
    }

    private Session(Platform platform, String identity, List<String> credential, boolean repeatable) {
        this.repeatable = repeatable;
        this.platform = platform;
        this.identity = identity;
        this.credential = credential;
    }

    /** Requests of a program of a partner, with its API key. */
    static Session withKey(Platform platform, String name, String key) {
        return new Session(platform, name, List.of("X-API-Key", key), false);
    }

    /**
     * The same session, whose POSTs derive their key from path and body: a program that was interrupted can run again from
     * its start within a day, and what it had done is answered and not repeated.
     */
    public Session repeatable() {
        return new Session(platform, identity, credential, true);
    }

    /** In whose name the requests are; the subject of the token. */
    public String identity() {
        return identity;
    }

    public Answer get(String path) {
        return get(path, "application/json");
    }

    public Answer get(String path, String mediaType) {
        return send("GET", path, null, List.of("Accept", mediaType));
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, body, List.of("Idempotency-Key", key(path, body)));
    }

    /** A POST whose repetition with the same key has the effect of one. */
    public Answer post(String path, JsonNode body, String idempotencyKey) {
        return send("POST", path, body, List.of("Idempotency-Key", idempotencyKey));
    }

    /** A state verb such as {@code /v1/calls/{id}:publish}, on the version that was read before. */
    public Answer act(String path, String etag, @Nullable JsonNode body) {
        return send("POST", path, body, List.of("If-Match", etag, "Idempotency-Key", key(path, body)));
    }

    /** As above with a key of the caller's, so that a second click or a retry is the same request. */
    public Answer act(String path, String etag, @Nullable JsonNode body, String idempotencyKey) {
        return send("POST", path, body, List.of("If-Match", etag, "Idempotency-Key", idempotencyKey));
    }

    /** Sends a file as the part {@code file} of a form, after its other fields. */
    public Answer upload(
            String path,
            Map<String, String> fields,
            String name,
            String mediaType,
            HttpRequest.BodyPublisher content,
            String key) {
        String boundary = "mpf-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, field, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, mediaType));
        var form = BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                content,
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return exchange(
                "POST",
                path,
                null,
                form,
                List.of("Idempotency-Key", key, "Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    /** A state verb on the version that is current now: reads it first. */
    public Answer move(String resource, String verb, @Nullable JsonNode body) {
        String etag = get(resource).expect(200).etag();
        return act(resource + ":" + verb, etag, body);
    }

    public Answer patch(String path, String etag, JsonNode body) {
        return send("PATCH", path, body, List.of("If-Match", etag));
    }

    public Answer put(String path, String etag, JsonNode body) {
        return send("PUT", path, body, List.of("If-Match", etag));
    }

    /** A JSON object filled by the given steps. */
    public static ObjectNode object(Consumer<ObjectNode> fill) {
        ObjectNode node = Platform.JSON.createObjectNode();
        fill.accept(node);
        return node;
    }

    public static JsonNode json(String text) {
        try {
            return Platform.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String key(String path, @Nullable JsonNode body) {
        return repeatable
                ? UUID.nameUUIDFromBytes((path + ' ' + body).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : UUID.randomUUID().toString();
    }

    private Answer send(String method, String path, @Nullable JsonNode body, List<String> headers) {
        List<String> all = new ArrayList<>(headers);
        if (body != null) {
            all.addAll(List.of(
                    "Content-Type", "PATCH".equals(method) ? "application/merge-patch+json" : "application/json"));
        }
        return exchange(
                method,
                path,
                body,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()),
                all);
    }

    private Answer exchange(
            String method,
            String path,
            @Nullable JsonNode body,
            HttpRequest.BodyPublisher content,
            List<String> headers) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(credential);
        HttpRequest request = HttpRequest.newBuilder(platform.gateway().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .headers(all.toArray(String[]::new))
                .method(method, content)
                .build();
        try {
            var response = platform.http.send(request, BodyHandlers.ofByteArray());
            Answer answer = new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
            platform.tell(new Exchange(identity, method, path, body, answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + method + " " + path, e);
        }
    }
}
