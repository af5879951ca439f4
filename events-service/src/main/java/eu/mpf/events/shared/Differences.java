package eu.mpf.events.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import eu.mpf.events.shared.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What changed between two versions of a document, the way a reader would say it: elements of a list are recognised by
 * what names them, so one that is new does not make all those behind it look changed.
 */
public final class Differences {
    private static final List<String> NAMES =
            List.of("id", "key", "code", "title", "name", "question", "label", "text");
    private static final List<String> SHOWN = List.of("title", "name", "key", "code", "question", "label", "text");

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** In reading order of the later version. */
    public static List<Difference> between(JsonNode was, JsonNode is) {
        Differences differences = new Differences();
        differences.compare("", "", was, is);
        return List.copyOf(differences.found);
    }

    private void compare(String pointer, String place, JsonNode was, JsonNode is) {
        if (was.equals(is)) {
            return;
        }
        if (was.isObject() && is.isObject()) {
            objects(pointer, place, was, is);
        } else if (was.isArray() && is.isArray()) {
            lists(pointer, place, named(was), named(is));
        } else {
            found.add(new Difference(Kind.CHANGED, pointer, place, was, is));
        }
    }

    private void objects(String pointer, String place, JsonNode was, JsonNode is) {
        Set<String> fields = new LinkedHashSet<>();
        is.fieldNames().forEachRemaining(fields::add);
        was.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode before = was.path(field).isMissingNode() ? NullNode.instance : was.get(field);
            JsonNode after = is.path(field).isMissingNode() ? NullNode.instance : is.get(field);
            String at = pointer + "/" + field.replace("~", "~0").replace("/", "~1");
            if (before.isNull() && !after.isNull()) {
                found.add(new Difference(Kind.ADDED, at, within(place, field), null, after));
            } else if (!before.isNull() && after.isNull()) {
                found.add(new Difference(Kind.REMOVED, at, within(place, field), before, null));
            } else {
                compare(at, within(place, field), before, after);
            }
        }
    }

    private void lists(String pointer, String place, Map<String, Element> was, Map<String, Element> is) {
        Set<String> stayed = stayed(was, is);
        is.forEach((name, element) -> {
            String at = pointer + "/" + element.index();
            String inside = within(place, shown(element.value()));
            Element before = was.get(name);
            if (before == null) {
                found.add(new Difference(Kind.ADDED, at, inside, null, element.value()));
                return;
            }
            if (!stayed.contains(name)) {
                found.add(new Difference(Kind.MOVED, at, inside, null, null));
            }
            compare(at, inside, before.value(), element.value());
        });
        was.forEach((name, element) -> {
            if (!is.containsKey(name)) {
                found.add(new Difference(
                        Kind.REMOVED,
                        pointer + "/" + element.index(),
                        within(place, shown(element.value())),
                        element.value(),
                        null));
            }
        });
    }

    private record Element(int index, JsonNode value) {}

    /** By what names them; the second of one name is told apart by a number. */
    private static Map<String, Element> named(JsonNode list) {
        Map<String, Element> elements = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String name = name(list.get(i));
            String unique = name;
            for (int n = 2; elements.containsKey(unique); n++) {
                unique = name + "#" + n;
            }
            elements.put(unique, new Element(i, list.get(i)));
        }
        return elements;
    }

    private static String name(JsonNode value) {
        if (!value.isObject()) {
            return value.toString();
        }
        return NAMES.stream()
                .filter(value::hasNonNull)
                .findFirst()
                .map(field -> field + "=" + value.get(field))
                .orElse("");
    }

    private static String shown(JsonNode value) {
        if (!value.isObject()) {
            return value.asText();
        }
        return SHOWN.stream()
                .map(value::path)
                .map(text -> text.isObject() ? text.path("en") : text)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("…");
    }

    private static String within(String place, String part) {
        return place.isEmpty() ? part : place + " › " + part;
    }

    /** Of the elements in both, the longest run that kept its order: the others were moved. */
    private static Set<String> stayed(Map<String, Element> was, Map<String, Element> is) {
        List<String> a = was.keySet().stream().filter(is::containsKey).toList();
        List<String> b = is.keySet().stream().filter(was::containsKey).toList();
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        Set<String> kept = new LinkedHashSet<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (Objects.equals(a.get(i), b.get(j))) {
                kept.add(a.get(i));
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
