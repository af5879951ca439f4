package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes the requests of one run. */
final class Requests {

    private static final byte[] NONE = {};
    private static final List<String> OPENING = List.of("POST", "GET", "PUT", "PATCH");
    private static final String REGISTRATION_TOKEN = "Registration-Token";

    private final List<Operation> operations;
    private final List<String> identities;
    private final Seen seen;
    private final Values values;
    private final Bodies bodies;
    private final RandomGenerator random;

    Requests(JsonNode document, List<String> identities, Seen seen, RandomGenerator random) {
        this.operations = Operation.of(document);
        this.identities = identities;
        this.seen = seen;
        this.values = new Values(document, seen, random);
        this.bodies = new Bodies(values, random);
        this.random = random;
    }

    Stream<String> operations() {
        return operations.stream().map(Operation::name);
    }

    /** All but removals, what others are made in and what makes them first, what changes their state last. */
    List<Operation> opening() {
        return operations.stream()
                .filter(each -> !each.method().equals("DELETE"))
                .sorted(Comparator.comparing(Operation::isVerb)
                        .thenComparing(Operation::depth)
                        .thenComparing(each -> OPENING.indexOf(each.method())))
                .toList();
    }

    /** The operation as the contract shows it, on what is known to exist. */
    FuzzRequest asShown(Operation operation, String identity) {
        String path = path(operation, false);
        var headers = new LinkedHashMap<String, String>();
        seen.version(path).ifPresent(tag -> headers.put("If-Match", tag));
        addToken(operation, path, headers);
        byte[] body = NONE;
        for (Map.Entry<String, JsonNode> media : operation.body().properties()) {
            if (media.getKey().startsWith("multipart/")) {
                body = multipart(media.getValue().path("schema"), headers);
            } else if (media.getValue().has("example") && media.getKey().contains("json")) {
                headers.put("Content-Type", media.getKey());
                body = values.renewed(media.getValue().path("example"))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
            }
        }
        return new FuzzRequest(identity, operation.method(), path, operation.template(), headers, body);
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
        String identity = identity(operation);
        if (random.nextInt(6) == 0) {
            return asShown(operation, identity);
        }
        String path = path(operation, true);
        Map<String, String> headers = headers(operation, path);
        byte[] body = body(operation, headers);
        return new FuzzRequest(
                identity, operation.method(), path + query(operation), operation.template(), headers, body);
    }

    /** Mostly somebody who gets past the door. */
    private String identity(Operation operation) {
        if (random.nextInt(12) == 0) {
            return "";
        }
        String anyone = identities.get(random.nextInt(identities.size()));
        if (random.nextInt(6) == 0) {
            return anyone;
        }
        return seen.admitted(operation.name(), random)
                .or(() -> seen.notRefused(operation.name(), identities, random))
                .orElse(anyone);
    }

    private String path(Operation operation, boolean hostile) {
        String template = operation.template();
        var path = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            path.append(template, from, open);
            path.append(encoded(pathValue(
                    path.substring(0, path.length() - 1),
                    operation.inPath(template.substring(open + 1, close)),
                    hostile)));
            from = close + 1;
        }
        return path.append(template.substring(from)).toString();
    }

    private String pathValue(String collection, JsonNode parameter, boolean hostile) {
        if (hostile && random.nextInt(12) == 0) {
            String text = Hostile.text(random);
            // The path is normalised on its way, and an empty segment is another path.
            return text.isBlank() || text.contains("/") || text.contains("\\") || text.length() > 300
                    ? "no-such-thing"
                    : text;
        }
        String name = parameter.path("name").asText();
        Optional<String> example = Optional.of(parameter.path("example"))
                .filter(given -> !given.isMissingNode() && !Values.isId(given))
                .map(JsonNode::asText);
        return example.filter(given -> random.nextBoolean())
                .or(() -> seen.id(collection, random))
                .or(() -> seen.value(name, random).map(JsonNode::asText))
                .or(() -> seen.idNamed(name, random))
                .filter(found -> !found.isBlank() && !found.contains("/"))
                .or(() -> example)
                .orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private String query(Operation operation) {
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
                                    likely ? values.renewed(example) : values.of(parameter.path("schema"), name))));
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

    private byte[] body(Operation operation, Map<String, String> headers) {
        List<String> types = new ArrayList<>();
        operation.body().fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) {
            return NONE;
        }
        String type = types.get(random.nextInt(types.size()));
        headers.put("Content-Type", random.nextInt(40) == 0 ? "text/x-nothing" : type);
        if (type.contains("json") && !type.contains("ndjson")) {
            return bodies.json(operation.body().path(type));
        }
        if (type.startsWith("multipart/")) {
            return multipart(operation.body().path(type).path("schema"), headers);
        }
        return bodies.text(operation.body().path(type));
    }

    private byte[] multipart(JsonNode schema, Map<String, String> headers) {
        headers.put("Content-Type", "multipart/form-data; boundary=fuzz");
        String name = random.nextInt(4) == 0 ? "../x.exe" : "report.pdf";
        String content = random.nextInt(3) == 0 ? Hostile.text(random) : "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
        String end = random.nextInt(6) == 0 ? "" : "\r\n--fuzz--\r\n";
        var fields = new StringBuilder();
        schema.path("properties").properties().stream()
                .filter(field -> !field.getValue().path("format").asText().equals("binary"))
                .forEach(field -> fields.append("--fuzz\r\nContent-Disposition: form-data; name=\"")
                        .append(field.getKey())
                        .append("\"\r\n\r\n")
                        .append(text(values.of(field.getValue(), field.getKey())))
                        .append("\r\n"));
        return (fields + "--fuzz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
