package eu.mpf.web.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names the operations that have no name yet, after method and path: {@code POST /v1/calls/{callId}/clarifications}
 * is {@code createCallClarification}. Clients are generated with these names, so they change only as the path does.
 */
final class OperationIds {
    private OperationIds() {}

    static void addTo(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (operation.getOperationId() == null) {
                        operation.setOperationId(of(method, path, isList(operation)));
                    }
                }));
    }

    /** @param list whether the answer is a list of things, not one */
    static String of(PathItem.HttpMethod method, String path, boolean list) {
        var colon = path.lastIndexOf(':');
        var verb = colon < 0 ? verb(method, list) : camel(path.substring(colon + 1));
        var segments = Arrays.stream((colon < 0 ? path : path.substring(0, colon)).split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.matches("v\\d+"))
                .toList();
        var nouns = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).startsWith("{")) {
                var one = isOfOne(segments, i) || (colon < 0 && method == PathItem.HttpMethod.POST);
                var noun = one ? singular(segments.get(i)) : segments.get(i);
                nouns.append(capital(camel(noun)));
            }
        }
        return verb + nouns;
    }

    private static boolean isOfOne(List<String> segments, int at) {
        return at + 1 < segments.size() && segments.get(at + 1).startsWith("{");
    }

    private static String verb(PathItem.HttpMethod method, boolean list) {
        return switch (method) {
            case GET -> list ? "list" : "get";
            case POST -> "create";
            case PUT -> "replace";
            case PATCH -> "revise";
            case DELETE -> "remove";
            default -> method.name().toLowerCase(Locale.ROOT);
        };
    }

    private static boolean isList(Operation operation) {
        var answer = operation.getResponses() == null
                ? null
                : operation.getResponses().getAPIResponse("200");
        var json = answer == null || answer.getContent() == null
                ? null
                : answer.getContent().getMediaType("application/json");
        var schema = json == null ? null : json.getSchema();
        if (schema == null) {
            return false;
        }
        var types = schema.getType();
        return (types != null && types.contains(Schema.SchemaType.ARRAY))
                || (schema.getRef() != null && schema.getRef().startsWith("#/components/schemas/Page"));
    }

    private static String singular(String noun) {
        if (noun.endsWith("ies") && !noun.endsWith("series")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        var plural = noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us") && !noun.endsWith("series");
        return plural ? noun.substring(0, noun.length() - 1) : noun;
    }

    private static String camel(String words) {
        var joined = Arrays.stream(words.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(OperationIds::capital)
                .collect(Collectors.joining());
        return joined.isEmpty() ? joined : Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
