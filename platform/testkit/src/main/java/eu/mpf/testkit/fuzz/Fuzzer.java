package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.testkit.fuzz.Things.Thing;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sends seeded requests one after the other and keeps what must not be. */
public final class Fuzzer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Requests with anything in a row; twice as many, at most, with what the contract shows. */
    private static final int STRETCH = 1_000;

    /** So often something is tried in vain in one state, if it succeeded in another; so many things are left in a state. */
    private static final int FEW = 3;

    /** So often something is tried in vain in one state, if it never succeeded. */
    private static final int MANY = 40;

    /** So often in a row what never succeeded. */
    private static final int TRIES = 6;

    /** Answers after which somebody else may have more luck. */
    private static final Set<Integer> OTHERS_MAY = Set.of(401, 403, 404);

    private static final int NOT_THEIRS = 404;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final OpenApiDocument document;
    private final Requests requests;
    private final List<String> identities;
    private final UnaryOperator<String> tokens;
    private final Seen seen;
    private final SplittableRandom random;

    /** By operation and state of what it is done to, how often in a row it was tried as the contract shows it, in vain. */
    private final Map<String, Integer> tried = new HashMap<>();

    private final Map<String, Map<String, Integer>> refusals = new TreeMap<>();
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
            this.random = new SplittableRandom(seed);
            this.requests = new Requests(tree, identities, random);
            this.seen = requests.seen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells of something that exists in a collection, for example in {@code /v1/calls}, so that requests meet it. */
    public void knows(String collection, String id) {
        seen.exists(collection + "/" + id);
    }

    /**
     * Tells of something that exists, so that requests meet it: what an operation answered before the run.
     *
     * @param path of that operation
     */
    public void meets(String path, String answer) {
        try {
            seen.answer(path, path, Optional.empty(), Optional.empty(), "", JSON.readTree(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends this many requests: in turns what the contract shows, so that there is something to damage, and anything. */
    public List<Finding> run(int count) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            int number = 0;
            while (number < count) {
                number = explore(client, number, Math.min(number + 2 * STRETCH, (number + count + 1) / 2));
                int end = Math.min(count, number + STRETCH);
                while (number < end) {
                    send(client, number++, requests.next());
                }
            }
        }
        return List.copyOf(findings);
    }

    /** Each operation as the contract shows it, on a thing in every state that is known; returns the number of the next request. */
    private int explore(HttpClient client, int from, int end) throws InterruptedException {
        int number = from;
        for (Operation operation : requests.opening()) {
            for (Map.Entry<String, List<Optional<Thing>>> state :
                    requests.targets(operation).entrySet()) {
                number = explore(client, number, end, operation, state);
            }
        }
        return number;
    }

    /**
     * The operation on things in this state, by those who may be able to, until it succeeds or has been in vain too often. What
     * may change their state leaves some as they are, for others; what makes something does so several times.
     */
    private int explore(
            HttpClient client, int from, int end, Operation operation, Map.Entry<String, List<Optional<Thing>>> state)
            throws InterruptedException {
        int number = from;
        String pair = operation.name() + " " + state.getKey();
        boolean possible = seen.hasSucceeded(operation.name());
        if (possible && operation.changesState() && state.getValue().size() < FEW) {
            return number;
        }
        int attempts = !possible ? TRIES : operation.makes() ? FEW : 1;
        for (int attempt = 0; attempt < attempts; attempt++) {
            if (tried.merge(pair, 1, Integer::sum) > (possible ? FEW : MANY)) {
                return number;
            }
            Optional<Thing> target =
                    state.getValue().get(random.nextInt(state.getValue().size()));
            int strangers = 0;
            for (String identity : requests.candidates(operation, target)) {
                if (number == end) {
                    return number;
                }
                int status = send(client, number++, requests.asShown(operation, identity, target));
                if (status / 100 == 2) {
                    tried.put(pair, 0);
                    if (!operation.makes()) {
                        return number;
                    }
                    break;
                }
                strangers += status == NOT_THEIRS ? 1 : 0;
                if (!OTHERS_MAY.contains(status) || strangers == FEW) {
                    break;
                }
            }
        }
        return number;
    }

    /** How many answers had which status. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** How deep the requests came: at how many operations one succeeded, and at which none did, with what most answers said. */
    public String reach() {
        List<String> unreached = requests.operations()
                .filter(each -> !seen.hasSucceeded(each))
                .map(each -> each + " " + mostly(each))
                .toList();
        long all = requests.operations().count();
        long reached = all - unreached.size();
        return "succeeded at %d of %d operations (%d %%), and never at %s"
                .formatted(reached, all, Math.round(100.0 * reached / all), unreached);
    }

    private List<String> mostly(String operation) {
        return refusals.getOrDefault(operation, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .map(each -> each.getValue() + " × " + each.getKey())
                .toList();
    }

    /** The status of the answer; 0 if there was none. */
    private int send(HttpClient client, int number, FuzzRequest request) throws InterruptedException {
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
            return response.statusCode();
        } catch (HttpTimeoutException e) {
            findings.add(new Finding(number, request, "no answer within " + PATIENCE.toSeconds() + " s"));
        } catch (IOException e) {
            findings.add(new Finding(number, request, "the connection broke: " + e));
        }
        return 0;
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
        if (response.statusCode() / 100 != 2) {
            JsonNode problem = type.equals("application/problem+json")
                    ? JSON.readTree(response.body())
                    : MissingNode.getInstance();
            String said = problem.path("type").asText().replaceFirst(".*/", "")
                    + problem.path("errors").path(0).toString();
            refusals.computeIfAbsent(request.operation(), any -> new TreeMap<>())
                    .merge(response.statusCode() + " " + said, 1, Integer::sum);
        } else {
            seen.succeeded(request.operation(), request.identity());
            if (request.target().contains("validateOnly=true")) {
                return; // it told of what is not
            }
            Optional<String> version = response.headers().firstValue("ETag");
            boolean json = type.equals("application/json") && response.body().length > 0;
            String path = URI.create(request.path()).getPath();
            if (request.method().equals("DELETE")) {
                seen.gone(path);
            }
            seen.answer(
                    path,
                    request.template(),
                    version,
                    response.headers()
                            .firstValue("Location")
                            .map(each -> URI.create(each).getPath()),
                    request.identity(),
                    json ? JSON.readTree(response.body()) : MissingNode.getInstance());
        }
    }
}
