package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.system.up.LoneService;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Small projects sent as files of JSON lines. */
final class ProjectImports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoneService service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ProjectImports(LoneService service) {
        this.service = service;
    }

    /**
     * Imports projects whose codes begin with the prefix.
     *
     * @return seconds
     * @throws IllegalStateException unless every one was made
     */
    double send(String prefix, int first, int some) throws Exception {
        var file = new StringBuilder();
        for (int n = first; n < first + some; n++) {
            file.append("""
                    {"code":"%1$s-%2$d","title":{"en":"Audited %2$d"},"fund":"AMIF"}
                    """.formatted(prefix, n));
        }
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/v1/projects:import"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + token(http, service, "programme-officer"))
                .POST(BodyPublishers.ofString(file.toString()))
                .build();
        long start = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode result = JSON.readTree(answer.body());
        if (answer.statusCode() != 200 || result.path("created").asInt() != some) {
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            throw new IllegalStateException("import answered " + answer.statusCode() + ": "
                    + text.substring(0, Math.min(1_000, text.length())));
        }
        return seconds;
    }

    static String token(HttpClient http, LoneService service, String identity) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(service.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + identity + "&client_secret="
                        + URLEncoder.encode("dev-secret", StandardCharsets.UTF_8)))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body())
                .path("access_token")
                .asText();
    }
}
