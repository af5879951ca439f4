package eu.mpf.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Which events a webhook wants: by type, and by fields of their data. */
final class EventSelection {

    private final List<String> types;
    private final Map<String, List<String>> filter;

    EventSelection(Webhook webhook) {
        this.types = webhook.types();
        this.filter = webhook.filter();
    }

    boolean wants(String type, JsonNode data) {
        return wantsType(type) && filter.entrySet().stream().allMatch(entry -> fits(data, entry));
    }

    /** Most is told by the type alone, without reading the data. */
    boolean wantsType(String type) {
        return types.isEmpty()
                || types.stream()
                        .anyMatch(wanted -> wanted.endsWith(".*")
                                ? type.startsWith(wanted.substring(0, wanted.length() - 1))
                                : type.equals(wanted));
    }

    /** A field that is a list fits if one of its values does. */
    private static boolean fits(JsonNode data, Map.Entry<String, List<String>> wanted) {
        JsonNode value = data.path(wanted.getKey());
        if (value.isArray()) {
            for (JsonNode one : value) {
                if (wanted.getValue().contains(one.asText())) {
                    return true;
                }
            }
            return false;
        }
        return value.isValueNode() && wanted.getValue().contains(value.asText());
    }
}
