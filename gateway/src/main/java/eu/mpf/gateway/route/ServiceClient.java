package eu.mpf.gateway.route;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks services for their documents and their health, outside the forwarding path. */
@ApplicationScoped
public class ServiceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CHANGE_PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Fetches a document; blocks up to a few seconds. */
    public HttpResponse<String> fetch(URI address, String accept, String language) throws IOException {
        try {
            return client.send(
                    request(address)
                            .header("Accept", accept)
                            .header("Accept-Language", language)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The status a part answers with. */
    public CompletableFuture<Integer> probe(URI address) {
        return client.sendAsync(request(address).build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** Asks in somebody's name, without waiting; the answer may take as long as a service may be silent. */
    public CompletableFuture<HttpResponse<String>> ask(URI address, Map<String, String> headers) {
        HttpRequest.Builder request = request(address).header("Accept", "application/json");
        headers.forEach(request::header);
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Tells in somebody's name; a change may take longer than an answer. */
    public CompletableFuture<HttpResponse<String>> tell(
            String method, URI address, Map<String, String> headers, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(CHANGE_PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).GET();
    }
}
