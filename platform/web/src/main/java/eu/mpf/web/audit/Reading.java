package eu.mpf.web.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody reads, named as everything that is done to it is: after the collection it stands in, in the singular.
 * {@code /v1/api-clients/{clientId}} is {@code api-client.read}, {@code /v1/registrations/{registrationId}/building-access} is
 * {@code registration.building-access-read} of that registration, {@code /v1/committee-meetings} is
 * {@code committee-meeting.read} of all.
 *
 * @param objectId {@code all} for a list that belongs to nothing
 */
record Reading(String action, String objectType, String objectId) {

    static final String ALL = "all";

    /** Whose singular is no matter of their ending. */
    private static final Map<String, String> SINGULAR = Map.of("people", "person", "series", "series");

    static Reading of(String path, MultivaluedMap<String, String> parameters) {
        var segments = List.of(path.replaceFirst("^/?v\\d+/", "").split("/"));
        var given = parameters.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        for (int i = segments.size() - 1; i > 0; i--) {
            if (given.contains(segments.get(i))) {
                var type = type(segments.subList(0, i), given);
                var view = String.join("-", segments.subList(i + 1, segments.size()));
                return new Reading(type + "." + (view.isEmpty() ? "" : view + "-") + "read", type, segments.get(i));
            }
        }
        var list = singular(String.join("-", segments));
        return new Reading(list + ".read", list, ALL);
    }

    /** Of the collections on the way the last; {@code operations/calls/{operationId}} is an operation of the calls. */
    private static String type(List<String> before, Set<String> given) {
        var collections =
                before.stream().filter(segment -> !given.contains(segment)).toList();
        return singular(collections.getFirst().equals("operations") ? "operations" : collections.getLast());
    }

    private static String singular(String collection) {
        if (SINGULAR.containsKey(collection)) {
            return SINGULAR.get(collection);
        }
        if (collection.endsWith("ies")) {
            return collection.substring(0, collection.length() - 3) + "y";
        }
        if (collection.endsWith("sses") || collection.endsWith("ches")) {
            return collection.substring(0, collection.length() - 2);
        }
        return collection.endsWith("s") && !collection.endsWith("us")
                ? collection.substring(0, collection.length() - 1)
                : collection;
    }
}
