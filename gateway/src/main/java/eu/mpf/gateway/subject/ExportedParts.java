package eu.mpf.gateway.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What one service gathered under each name of a person, as one: a record found under two of them stands there once. */
final class ExportedParts {

    private ExportedParts() {}

    static JsonNode together(List<JsonNode> parts) {
        ObjectNode whole = parts.getFirst().deepCopy();
        ObjectNode records = whole.withObject("/records");
        for (JsonNode part : parts.subList(1, parts.size())) {
            part.path("records").properties().forEach(kind -> add(records.withArray(kind.getKey()), kind.getValue()));
        }
        return whole;
    }

    private static void add(ArrayNode all, JsonNode more) {
        for (JsonNode each : more) {
            if (!contains(all, each)) {
                all.add(each);
            }
        }
    }

    private static boolean contains(ArrayNode all, JsonNode one) {
        for (JsonNode each : all) {
            if (each.equals(one)) {
                return true;
            }
        }
        return false;
    }
}
