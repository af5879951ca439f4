package eu.mpf.gateway.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The types of events as readers look for them: each once, however many services send it.
 *
 * @param sections by the part of the platform that names the type
 * @param size how many types there are
 */
public record EventCatalogue(List<Section> sections, int size) {

    /** Types with the same second word after {@code eu.mpf}, such as {@code calls}. */
    public record Section(String name, List<Shown> types) {}

    /** A type, and who sends it. */
    public record Shown(EventType type, List<String> senders) {

        /** The type's words with their full stops, between which a narrow page may break the line. */
        public String[] words() {
            return type.type().split("(?<=[.])");
        }
    }

    /** Of all that the services describe. */
    static EventCatalogue of(List<EventType> types) {
        Map<String, List<EventType>> byType = new TreeMap<>();
        types.forEach(type ->
                byType.computeIfAbsent(type.type(), any -> new ArrayList<>()).add(type));
        Map<String, List<Shown>> sections = new LinkedHashMap<>();
        byType.forEach((type, described) -> sections.computeIfAbsent(section(type), any -> new ArrayList<>())
                .add(new Shown(
                        described.getFirst(),
                        described.stream().map(EventType::service).distinct().toList())));
        return new EventCatalogue(
                sections.entrySet().stream()
                        .map(section -> new Section(section.getKey(), List.copyOf(section.getValue())))
                        .toList(),
                byType.size());
    }

    private static String section(String type) {
        String[] words = type.split("[.]");
        return words.length > 2 ? words[2] : type;
    }
}
