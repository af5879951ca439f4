package eu.mpf.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The operations of the API as a reader looks for them: by service, by group.
 *
 * @param sections what one service serves, and last what belongs to all
 * @param operations how many there are
 */
public record ApiIndex(List<Section> sections, long operations) {

    /** Above the groups that belong to no single service. */
    static final String SHARED = "platform";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** The groups of one service. */
    public record Section(String service, List<Group> groups) {}

    /**
     * The operations with one tag.
     *
     * @param about what its service says of it, empty if nothing
     */
    public record Group(String name, String about, List<Entry> operations) {

        /** Its place on the page of the API. */
        public String link() {
            return "#/" + encoded(name);
        }
    }

    /** One operation. */
    public record Entry(String group, String id, String method, String path, String summary) {

        /** Its place on the page of the API. */
        public String link() {
            return "#/" + encoded(group) + "/" + encoded(id);
        }
    }

    /**
     * Of a merged document.
     *
     * @param services in their order on the page
     * @param serviceOf the service of a path
     */
    static ApiIndex of(JsonNode document, List<String> services, UnaryOperator<String> serviceOf) {
        Map<String, List<Entry>> entries = new TreeMap<>();
        Map<String, Set<String>> owners = new TreeMap<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        for (JsonNode tag : operation.path("tags")) {
                            String group = tag.asText();
                            entries.computeIfAbsent(group, any -> new ArrayList<>())
                                    .add(entry(group, path, method, operation));
                            owners.computeIfAbsent(group, any -> new TreeSet<>())
                                    .add(serviceOf.apply(path));
                        }
                    }
                }));
        Map<String, String> about = new TreeMap<>();
        document.path("tags")
                .forEach(tag -> about.put(
                        tag.path("name").asText(), tag.path("description").asText()));
        Map<String, List<Group>> sections = new LinkedHashMap<>();
        services.forEach(service -> sections.put(service, new ArrayList<>()));
        sections.put(SHARED, new ArrayList<>());
        entries.forEach((group, operations) -> {
            Set<String> owning = owners.getOrDefault(group, Set.of());
            String owner = owning.size() == 1 ? owning.iterator().next() : SHARED;
            sections.getOrDefault(sections.containsKey(owner) ? owner : SHARED, new ArrayList<>())
                    .add(new Group(group, about.getOrDefault(group, ""), operations));
        });
        return of(sections.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(section -> new Section(section.getKey(), List.copyOf(section.getValue())))
                .toList());
    }

    /** One that stands in two groups counts once. */
    private static ApiIndex of(List<Section> sections) {
        long operations = sections.stream()
                .flatMap(section -> section.groups().stream())
                .flatMap(group -> group.operations().stream())
                .map(Entry::id)
                .distinct()
                .count();
        return new ApiIndex(sections, operations);
    }

    /** Only the section of one service, or all if there is no such section. */
    ApiIndex only(String service) {
        List<Section> found = sections.stream()
                .filter(section -> section.service().equals(service))
                .toList();
        return found.isEmpty() ? this : of(found);
    }

    private static Entry entry(String group, String path, String method, JsonNode operation) {
        return new Entry(
                group,
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
