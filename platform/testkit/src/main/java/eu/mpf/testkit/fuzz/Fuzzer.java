package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.testkit.openapi.OpenApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sends seeded requests one after the other and keeps what must not be. */
public final class Fuzzer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final OpenApiDocument document;
    private final Requests requests;
    private final List<String> identities;
    private final UnaryOperator<String> tokens;
    private final Seen seen = new Seen();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    /**
     * @param openApi the document, YAML or JSON
     * @param identities whose tokens requests carry, beside those without one
     * @param tokens bearer token of an identity
     */
    public Fuzzer(URI base, String openApi, List<String> identities, UnaryOperator<String> tokens, long seed) {
        this.base = base;
        this.identities = identities;
        this.tokens = tokens;
        this.document = OpenApiDocument.parse(openApi);
        try {
            JsonNode tree = new YAMLMapper().readTree(openApi);
            this.requests = new Requests(tree, identities, seen, new SplittableRandom(seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells of something that exists in a collection, for example in {@code /v1/calls}, so that requests meet it. */
    public void knows(String collection, String id) {
        seen.exists(collection, id);
    }

    /**
     * Tells of something that exists, so that requests meet it: what an operation answered before the run.
     *
     * @param path of that operation
     */
    public void meets(String path, String answer) {
        try {
            seen.answer(path, Optional.empty(), JSON.readTree(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends this many requests: first what the contract shows, so that there is something to damage, then anything. */
    public List<Finding> run(int count) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            int number = open(client, count / 2);
            while (number < count) {
                send(client, number++, requests.next());
            }
        }
        return List.copyOf(findings);
    }

    /**
     * Each operation once, by one identity after the other until one may, and then those that nobody succeeded at by all the
     * others, to whom the thing may belong; returns how many requests that took.
     */
    private int open(HttpClient client, int most) throws InterruptedException {
        int number = 0;
        for (boolean again : List.of(false, true)) {
            for (Operation operation : requests.opening()) {
                String name = operation.name();
                for (String identity : identities) {
                    boolean done = again ? seen.hasSucceeded(name) : seen.isAdmitted(name);
                    if (number == most || done) {
                        break;
                    }
                    if (!again || !seen.isRefused(name, identity)) {
                        send(client, number++, requests.asShown(operation, identity));
                    }
                }
            }
        }
        return number;
    }

    /** How many answers had which status. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** Operations of the document that no request succeeded at. */
    private List<String> unreached() {
        return requests.operations().filter(each -> !seen.hasSucceeded(each)).toList();
    }

    /** How deep the requests came: at how many operations one succeeded, and at which none did. */
    public String reach() {
        List<String> unreached = unreached();
        long all = requests.operations().count();
        long reached = all - unreached.size();
        return "succeeded at %d of %d operations (%d %%), and never at %s"
                .formatted(reached, all, Math.round(100.0 * reached / all), unreached);
    }

    private void send(HttpClient client, int number, FuzzRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(http(request), BodyHandlers.ofByteArray());
            if (response.statusCode() == 412 || response.statusCode() == 428) {
                response = withVersion(client, request, response);
            }
            statuses.merge(response.statusCode(), 1, Integer::sum);
            String type = response.headers()
                    .firstValue("Content-Type")
                    .orElse("")
                    .replaceFirst(";.*", "")
                    .strip();
            List<String> complaints = new ArrayList<>(document.complaints(
                    request.method(),
                    URI.create(request.path()).getPath(),
                    response.statusCode(),
                    type,
                    response.body()));
            // Too busy is an honest answer, though not to a client that sends one request at a time.
            if (response.statusCode() >= 500) {
                complaints.addFirst("server error " + response.statusCode() + " " + new String(response.body()));
            }
            if (!complaints.isEmpty()) {
                findings.add(
                        new Finding(number, request, response.statusCode() + ": " + String.join("; ", complaints)));
            }
            remember(request, response, type);
        } catch (HttpTimeoutException e) {
            findings.add(new Finding(number, request, "no answer within " + PATIENCE.toSeconds() + " s"));
        } catch (IOException e) {
            findings.add(new Finding(number, request, "the connection broke: " + e));
        }
    }

    /** Once more with the version of what the path is in, or of what holds that, if it can be read; else the same answer. */
    private HttpResponse<byte[]> withVersion(HttpClient client, FuzzRequest request, HttpResponse<byte[]> stale)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = stale;
        for (FuzzRequest read : requests.holders(request)) {
            Optional<String> tag = client.send(http(read), BodyHandlers.ofByteArray())
                    .headers()
                    .firstValue("ETag");
            if (tag.isPresent()) {
                seen.version(read.path(), tag.get());
                answer = client.send(http(request.with("If-Match", tag.get())), BodyHandlers.ofByteArray());
                if (answer.statusCode() != 412) {
                    return answer;
                }
            }
        }
        return answer;
    }

    private HttpRequest http(FuzzRequest request) {
        var http = HttpRequest.newBuilder(base.resolve(request.target()))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(http::setHeader);
        if (!request.identity().isEmpty()) {
            http.setHeader("Authorization", "Bearer " + tokens.apply(request.identity()));
        }
        return http.build();
    }

    private void remember(FuzzRequest request, HttpResponse<byte[]> response, String type) throws IOException {
        if (!request.identity().isEmpty() && response.statusCode() != 401 && response.statusCode() != 403) {
            seen.admitted(request.operation(), request.identity());
        } else if (response.statusCode() == 403) {
            seen.refused(request.operation(), request.identity());
        }
        if (response.statusCode() / 100 == 2) {
            seen.succeeded(request.operation(), request.identity());
            Optional<String> version = response.headers().firstValue("ETag");
            boolean json = type.equals("application/json") && response.body().length > 0;
            seen.answer(
                    URI.create(request.path()).getPath(),
                    version,
                    json ? JSON.readTree(response.body()) : MissingNode.getInstance());
        }
    }
}
