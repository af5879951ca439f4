package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.testkit.fuzz.Things.Thing;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the requests of one run. */
final class Requests {

    private static final byte[] NONE = {};
    private static final List<String> OPENING = List.of("POST", "GET", "PUT", "PATCH");

    /** Of so many things in the same state one is taken: older ones are worn. */
    private static final int RECENT = 5;

    private static final String REGISTRATION_TOKEN = "Registration-Token";

    private final List<Operation> operations;
    private final List<String> identities;
    private final Things things;
    private final Seen seen;
    private final LeadsOn leadsOn = LeadsOn.load();
    private final Values values;
    private final Bodies bodies;
    private final RandomGenerator random;

    Requests(JsonNode document, List<String> identities, RandomGenerator random) {
        this.operations = Operation.of(document);
        this.identities = identities;
        this.things = new Things(operations);
        this.seen = new Seen(things, identities);
        operations.forEach(each -> seen.shown(each.template(), each.shown()));
        this.values = new Values(document, seen, random);
        this.bodies = new Bodies(values, random);
        this.random = random;
    }

    Seen seen() {
        return seen;
    }

    Stream<String> operations() {
        return operations.stream().map(Operation::name);
    }

    /** What others are made in and what makes them first, then what changes their state, removals last. */
    List<Operation> opening() {
        return operations.stream()
                .sorted(Comparator.comparing((Operation each) -> each.method().equals("DELETE"))
                        .thenComparing(Operation::isVerb)
                        .thenComparing(Operation::depth)
                        .thenComparing(each -> OPENING.indexOf(each.method())))
                .toList();
    }

    /** What there is to do this to: things in every state they are known in; nothing if the path names none. */
    Map<String, List<Optional<Thing>>> targets(Operation operation) {
        var targets = new LinkedHashMap<String, List<Optional<Thing>>>();
        for (String prefix : Things.prefixes(operation.template())) {
            things.byState(Things.shape(prefix))
                    .forEach((state, alike) -> targets.put(
                            state,
                            alike.stream().limit(RECENT).map(Optional::of).toList()));
            boolean guessable = example(operation.inPath(Things.name(prefix))).isPresent();
            if (!targets.isEmpty() || !guessable) {
                return targets;
            }
        }
        return Map.of("", List.of(Optional.empty()));
    }

    /** What the contract shows of a parameter, if it is no id: that was recorded on other data. */
    private static Optional<String> example(JsonNode parameter) {
        return Optional.of(parameter.path("example"))
                .filter(given -> !given.isMissingNode() && !Values.isId(given))
                .map(JsonNode::asText);
    }

    /** Who may do this to it, as far as is known: those who have to do with it first, then who could so far. */
    List<String> candidates(Operation operation, Optional<Thing> target) {
        var some = new LinkedHashSet<String>();
        target.ifPresent(thing -> some.addAll(things.people(thing)));
        seen.admitted(operation.name(), random).ifPresent(some::add);
        List<String> others = new ArrayList<>(identities);
        Collections.shuffle(others, random);
        some.addAll(others);
        some.removeIf(each -> seen.isRefused(operation.name(), each));
        return List.copyOf(some);
    }

    /** The operation as the contract shows it, on this or else on what is known to exist. */
    FuzzRequest asShown(Operation operation, String identity, Optional<Thing> target) {
        String path = path(operation, target, false);
        var headers = new LinkedHashMap<String, String>();
        seen.version(path).ifPresent(tag -> headers.put("If-Match", tag));
        addToken(operation, path, headers);
        return new FuzzRequest(
                identity,
                operation.method(),
                path + shownQuery(operation, path),
                operation.template(),
                headers,
                shownBody(operation, path, headers));
    }

    private byte[] shownBody(Operation operation, String path, Map<String, String> headers) {
        for (Map.Entry<String, JsonNode> media : operation.body().properties()) {
            JsonNode example = media.getValue().path("example");
            if (media.getKey().startsWith("multipart/")) {
                return multipart(operation, media.getValue().path("schema"), headers, false);
            }
            headers.put("Content-Type", media.getKey());
            if (!example.isMissingNode()) {
                return bytes(
                        example.isTextual()
                                ? example.asText()
                                : shownJson(operation, example, media.getValue().path("schema"), path)
                                        .toString());
            }
        }
        return NONE;
    }

    private JsonNode shownJson(Operation operation, JsonNode example, JsonNode schema, String path) {
        JsonNode body =
                values.completed(values.renewed(example, path, operation.makes()), schema, operation.template());
        if (random.nextInt(4) > 0) {
            body = leadsOn.apply(operation.name(), body, random);
        }
        // What the path says, the body says, too.
        if (body instanceof ObjectNode object && operation.method().equals("PUT")) {
            String name = Things.name(
                    Things.prefixes(operation.template()).stream().findFirst().orElse("{}"));
            if (object.path(name).isTextual()) {
                object.put(name, URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8));
            }
        }
        return body;
    }

    private String shownQuery(Operation operation, String path) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            boolean shown = parameter.has("example") && operation.method().equals("GET") && random.nextInt(4) == 0;
            if (parameter.path("in").asText().equals("query")
                    && (shown || parameter.path("required").asBoolean())) {
                String name = parameter.path("name").asText();
                JsonNode example = parameter.path("example");
                pairs.add(name + "="
                        + encoded(text(
                                example.isMissingNode()
                                        ? values.of(parameter.path("schema"), name)
                                        : values.renewed(example, path, operation.makes()))));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /** Reads of what the path of a request names and of what that is in, the nearest first. */
    List<FuzzRequest> holders(FuzzRequest request) {
        List<FuzzRequest> reads = new ArrayList<>();
        String template = request.template().replaceFirst(":[a-zA-Z-]+$", "");
        String path = request.path().replaceFirst("(:|%3A)[a-zA-Z-]+$", "");
        while (template.indexOf('/', 1) > 0 && path.indexOf('/', 1) > 0) {
            String holder = template;
            if (operations.stream().anyMatch(each -> each.name().equals("GET " + holder))) {
                reads.add(new FuzzRequest(request.identity(), "GET", path, holder, Map.of(), NONE));
            }
            template = template.substring(0, template.lastIndexOf('/'));
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return reads;
    }

    FuzzRequest next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        Optional<Thing> target = target(operation);
        String identity = identity(operation, target);
        if (random.nextInt(4) == 0) {
            return asShown(operation, identity, target);
        }
        String path = path(operation, target, true);
        Map<String, String> headers = headers(operation, path);
        byte[] body = body(operation, path, headers);
        return new FuzzRequest(
                identity, operation.method(), path + query(operation, path), operation.template(), headers, body);
    }

    /** Something that the path can name, or that holds it. */
    private Optional<Thing> target(Operation operation) {
        return Things.prefixes(operation.template()).stream()
                .map(prefix -> things.one(Things.shape(prefix), random))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Mostly somebody who gets past the door. */
    private String identity(Operation operation, Optional<Thing> target) {
        if (random.nextInt(12) == 0) {
            return "";
        }
        String anyone = identities.get(random.nextInt(identities.size()));
        if (random.nextInt(6) == 0) {
            return anyone;
        }
        List<String> candidates = candidates(operation, target);
        return candidates.isEmpty() ? anyone : candidates.get(random.nextInt(Math.min(3, candidates.size())));
    }

    private String path(Operation operation, Optional<Thing> target, boolean hostile) {
        String template = operation.template();
        var path = new StringBuilder();
        int from = 0;
        Optional<Thing> meant = target.filter(any -> !hostile || random.nextInt(12) > 0);
        if (meant.isPresent()) {
            String place = meant.get().path();
            path.append(Stream.of(place.split("/")).map(Requests::encoded).collect(Collectors.joining("/")));
            from = Things.prefixes(template).stream()
                    .filter(prefix -> prefix.split("/").length == place.split("/").length)
                    .findFirst()
                    .orElseThrow()
                    .length();
        }
        for (int open = template.indexOf('{', from); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            path.append(template, from, open);
            path.append(encoded(pathValue(operation.inPath(template.substring(open + 1, close)), hostile)));
            from = close + 1;
        }
        return path.append(template.substring(from)).toString();
    }

    private String pathValue(JsonNode parameter, boolean hostile) {
        if (hostile && random.nextInt(12) == 0) {
            String text = Hostile.text(random);
            // The path is normalised on its way, and an empty segment is another path.
            return text.isBlank() || text.contains("/") || text.contains("\\") || text.length() > 300
                    ? "no-such-thing"
                    : text;
        }
        String name = parameter.path("name").asText();
        Optional<String> example = example(parameter);
        return example.filter(given -> !hostile || random.nextBoolean())
                .or(() -> seen.idNamed(name, "", random))
                .filter(found -> !found.isBlank() && !found.contains("/"))
                .or(() -> example)
                .orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private String query(Operation operation, String path) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query")) {
                boolean needed = parameter.path("required").asBoolean();
                int dice = random.nextInt(10);
                String name = parameter.path("name").asText();
                if (needed || dice < 2) {
                    JsonNode example = parameter.path("example");
                    boolean likely = !example.isMissingNode() && random.nextBoolean();
                    pairs.add(name + "="
                            + encoded(text(
                                    likely
                                            ? values.renewed(example, path, operation.makes())
                                            : values.of(parameter.path("schema"), name))));
                } else if (dice == 2) {
                    // A longer line is refused before anyone looks at it (414).
                    String hostile = Hostile.text(random);
                    pairs.add(name + "=" + encoded(hostile.substring(0, Math.min(hostile.length(), 300))));
                }
            }
        }
        if (random.nextInt(40) == 0) {
            pairs.add("noSuchParameter=1");
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String text(JsonNode value) {
        return value.isArray() ? value.path(0).asText() : value.asText();
    }

    private Map<String, String> headers(Operation operation, String path) {
        var headers = new LinkedHashMap<String, String>();
        if (!operation.method().equals("GET")) {
            seen.version(path).filter(any -> random.nextInt(6) > 0).ifPresent(tag -> headers.put("If-Match", tag));
            if (random.nextInt(15) == 0) {
                headers.put("If-Match", random.nextBoolean() ? "\"0\"" : "W/\"x\", *");
            }
            if (random.nextInt(4) == 0) {
                headers.put("Idempotency-Key", "fuzz-" + random.nextInt(50));
            }
        }
        if (random.nextInt(8) > 0) {
            addToken(operation, path, headers);
        }
        if (!operation.answers().isEmpty() && random.nextInt(3) == 0) {
            headers.put(
                    "Accept",
                    operation.answers().get(random.nextInt(operation.answers().size())));
        } else if (random.nextInt(30) == 0) {
            headers.put("Accept", "image/x-nothing");
        }
        if (random.nextInt(6) == 0) {
            headers.put("Accept-Language", random.nextBoolean() ? "de, fr;q=0.5" : "xx-$$;q=9");
        }
        return headers;
    }

    private void addToken(Operation operation, String path, Map<String, String> headers) {
        if (operation.takesHeader(REGISTRATION_TOKEN)) {
            seen.token(path, random).ifPresent(token -> headers.put(REGISTRATION_TOKEN, token));
        }
    }

    private byte[] body(Operation operation, String path, Map<String, String> headers) {
        List<String> types = new ArrayList<>();
        operation.body().fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) {
            return NONE;
        }
        String type = types.get(random.nextInt(types.size()));
        headers.put("Content-Type", random.nextInt(40) == 0 ? "text/x-nothing" : type);
        if (type.contains("json") && !type.contains("ndjson")) {
            return bodies.json(operation.body().path(type), path);
        }
        if (type.startsWith("multipart/")) {
            return multipart(operation, operation.body().path(type).path("schema"), headers, true);
        }
        return bodies.text(operation.body().path(type));
    }

    private byte[] multipart(Operation operation, JsonNode schema, Map<String, String> headers, boolean hostile) {
        headers.put("Content-Type", "multipart/form-data; boundary=fuzz");
        String name = hostile && random.nextInt(4) == 0 ? "../x.exe" : "report.pdf";
        String content =
                hostile && random.nextInt(3) == 0 ? Hostile.text(random) : "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
        String end = hostile && random.nextInt(6) == 0 ? "" : "\r\n--fuzz--\r\n";
        var fields = new StringBuilder();
        Set<String> needed = new HashSet<>();
        schema.path("required").forEach(each -> needed.add(each.asText()));
        schema.path("properties").properties().stream()
                .filter(field -> !field.getValue().path("format").asText().equals("binary"))
                .filter(field -> hostile
                        || needed.contains(field.getKey())
                        || !field.getKey().endsWith("Id"))
                .forEach(field -> fields.append("--fuzz\r\nContent-Disposition: form-data; name=\"")
                        .append(field.getKey())
                        .append("\"\r\n\r\n")
                        .append(field(operation, field, hostile))
                        .append("\r\n"));
        return bytes(fields + "--fuzz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + end);
    }

    /** What the example of the answer has under this name, as forms have no examples. */
    private String field(Operation operation, Map.Entry<String, JsonNode> field, boolean hostile) {
        JsonNode shown = operation.shown().path(field.getKey());
        return !shown.isValueNode() || hostile && random.nextInt(3) == 0
                ? text(values.of(field.getValue(), field.getKey()))
                : shown.asText();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
