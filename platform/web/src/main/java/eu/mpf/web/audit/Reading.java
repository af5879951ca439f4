package eu.mpf.web.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody reads, after the address they read it at: {@code /v1/registrations/{registrationId}/building-access} is
 * {@code registration.building-access-read} of that registration, {@code /v1/committee-meetings} is
 * {@code committee-meetings.read} of all.
 *
 * @param objectId {@code all} for a list that belongs to nothing
 */
record Reading(String action, String objectType, String objectId) {

    static final String ALL = "all";

    static Reading of(String path, MultivaluedMap<String, String> parameters) {
        var segments = List.of(path.replaceFirst("^/?v\\d+/", "").split("/"));
        for (int i = segments.size() - 1; i >= 0; i--) {
            for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
                if (parameter.getValue().contains(segments.get(i))) {
                    var type = type(parameter.getKey(), i == 0 ? "" : segments.get(i - 1));
                    var view = String.join("-", segments.subList(i + 1, segments.size()));
                    return new Reading(type + "." + (view.isEmpty() ? "" : view + "-") + "read", type, segments.get(i));
                }
            }
        }
        var list = String.join("-", segments);
        return new Reading(list + ".read", list, ALL);
    }

    /** {@code registrationId} is a registration; {@code service} below {@code mails} is the mails' service. */
    private static String type(String parameter, String before) {
        return parameter.endsWith("Id") && parameter.length() > 2
                ? parameter
                        .substring(0, parameter.length() - 2)
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT)
                : before;
    }
}
