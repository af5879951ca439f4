package eu.mpf.system.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A running platform, seen from outside: the gateway's address and the identity provider's token endpoint.
 *
 * <p>Tokens are fetched by the client-credentials grant with the development identities and kept for the life of this
 * object, so it is for runs of minutes, not days.
 */
public final class Platform {

    static final ObjectMapper JSON = new ObjectMapper();

    private final URI gateway;
    private final URI tokenEndpoint;
    private final String clientSecret;
    private final Consumer<Exchange> log;
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** @param log is told of every request and its answer, for programs that show what they do */
    public Platform(URI gateway, URI tokenEndpoint, String clientSecret, Consumer<Exchange> log) {
        this.gateway = gateway;
        this.tokenEndpoint = tokenEndpoint;
        this.clientSecret = clientSecret;
        this.log = log;
    }

    public URI gateway() {
        return gateway;
    }

    /** The same platform with another listener. */
    public Platform loggingTo(Consumer<Exchange> other) {
        return new Platform(gateway, tokenEndpoint, clientSecret, other);
    }

    /** Requests in the name of a development identity, for example {@code programme-officer}. */
    public Session as(String identity) {
        return new Session(this, identity, tokens.computeIfAbsent(identity, this::token));
    }

    /** Requests of a program of a partner, with its API key. */
    public Session withKey(String name, String key) {
        return Session.withKey(this, name, key);
    }

    /** Requests without a token. */
    public Session anonymous() {
        return new Session(this, "anonymous", null);
    }

    void tell(Exchange exchange) {
        log.accept(exchange);
    }

    /** A new bearer token of this identity. */
    public String token(String identity) {
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(identity, clientSecret);
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("No token for %s: %s answered %d %s"
                        .formatted(identity, tokenEndpoint, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("The identity provider at " + tokenEndpoint + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while fetching a token", e);
        }
    }
}
