package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the requests of one run. */
final class Requests {

    private static final byte[] NONE = {};

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

    FuzzRequest next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        String identity = identity(operation);
        String path = path(operation);
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
        return random.nextInt(4) == 0
                ? anyone
                : seen.admitted(operation.name(), random).orElse(anyone);
    }

    private String path(Operation operation) {
        String template = operation.template();
        var path = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            path.append(template, from, open);
            path.append(encoded(pathValue(path.substring(0, path.length() - 1), template.substring(open + 1, close))));
            from = close + 1;
        }
        return path.append(template.substring(from)).toString();
    }

    private String pathValue(String collection, String name) {
        if (random.nextInt(12) == 0) {
            String hostile = Hostile.text(random);
            // The path is normalised on its way, and an empty segment is another path.
            return hostile.isBlank() || hostile.contains("/") || hostile.contains("\\") || hostile.length() > 300
                    ? "no-such-thing"
                    : hostile;
        }
        return seen.id(collection, random)
                .or(() -> seen.value(name, random).map(JsonNode::asText))
                .filter(found -> !found.isBlank() && !found.contains("/"))
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
                    pairs.add(name + "=" + encoded(text(values.of(parameter.path("schema"), name))));
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

    private byte[] body(Operation operation, Map<String, String> headers) {
        List<String> types = new ArrayList<>();
        operation.body().fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) {
            return NONE;
        }
        String type = types.get(random.nextInt(types.size()));
        headers.put("Content-Type", random.nextInt(40) == 0 ? "text/x-nothing" : type);
        if (type.contains("json") && !type.contains("ndjson")) {
            return bodies.json(operation.body().path(type).path("schema"));
        }
        if (type.startsWith("multipart/")) {
            return multipart(headers);
        }
        return bodies.text();
    }

    private byte[] multipart(Map<String, String> headers) {
        headers.put("Content-Type", "multipart/form-data; boundary=fuzz");
        String name = random.nextInt(4) == 0 ? "../x.exe" : "report.pdf";
        String content = random.nextInt(3) == 0 ? Hostile.text(random) : "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
        String end = random.nextInt(6) == 0 ? "" : "\r\n--fuzz--\r\n";
        return ("--fuzz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + end)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
