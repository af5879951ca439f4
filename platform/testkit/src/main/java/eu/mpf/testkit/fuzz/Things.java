package eu.mpf.testkit.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The things that answers told of, by shape: {@code /v1/calls/{}/clarifications/{}} is the shape of a clarification. A request
 * meets every state alike, however few things are in it.
 */
final class Things {

    private static final int KEPT = 300;

    /** So many of a state are as good as any; more are older. */
    private static final int RECENT = 12;

    /**
     * @param path where it is
     * @param state what its last answer said of it; empty if nothing
     * @param people identities that made it or that its answers name
     */
    record Thing(String path, String state, Set<String> people) {}

    private final Map<String, Pattern> shapes = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, LinkedHashMap<String, Thing>> things = new LinkedHashMap<>();
    private final Map<String, Optional<String>> shapeOfPath = new HashMap<>();

    Things(List<Operation> operations) {
        operations.stream()
                .flatMap(each -> prefixes(each.template()).stream())
                .distinct()
                .sorted(Comparator.comparing(Things::blanks))
                .forEach(prefix -> {
                    String shape = shape(prefix);
                    shapes.computeIfAbsent(shape, any -> Pattern.compile(shape.replace("{}", "[^/:]+")));
                    keys.putIfAbsent(shape, name(prefix));
                });
    }

    private static long blanks(String prefix) {
        return prefix.chars().filter(each -> each == '{').count();
    }

    /** What of a template names a thing, the deepest first: a clarification, then its call. */
    static List<String> prefixes(String template) {
        var prefixes = new ArrayList<String>();
        for (int close = template.indexOf('}'); close >= 0; close = template.indexOf('}', close + 1)) {
            prefixes.addFirst(template.substring(0, close + 1));
        }
        return prefixes;
    }

    /** Name of the parameter that such a prefix ends with. */
    static String name(String prefix) {
        return prefix.substring(prefix.lastIndexOf('{') + 1, prefix.length() - 1);
    }

    /** The template without the names of its parameters. */
    static String shape(String template) {
        return template.replaceAll("\\{[^}]*}", "{}");
    }

    /** The shape of what would be in this collection, if the document knows such a thing. */
    Optional<String> in(String collection) {
        return of(collection + "/x");
    }

    private Optional<String> of(String path) {
        return shapeOfPath.computeIfAbsent(
                path,
                any -> shapes.entrySet().stream()
                        .filter(each -> each.getValue().matcher(path).matches())
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /** Name of the parameter that names a thing of this shape. */
    String key(String shape) {
        return keys.getOrDefault(shape, "id");
    }

    /** @param state empty if the answer says nothing of it: it stays what it was */
    void put(String path, String state, Set<String> people) {
        of(path).ifPresent(shape -> {
            var alike = things.computeIfAbsent(shape, any -> new LinkedHashMap<>());
            Thing before = alike.remove(path);
            var all = new LinkedHashSet<>(people);
            if (before != null) {
                all.addAll(before.people());
            } else if (alike.size() == KEPT) {
                alike.pollFirstEntry();
            }
            alike.put(path, new Thing(path, state.isEmpty() && before != null ? before.state() : state, all));
        });
    }

    void remove(String path) {
        of(path).ifPresent(shape ->
                things.getOrDefault(shape, new LinkedHashMap<>()).remove(path));
    }

    /** One in any of the states. */
    Optional<Thing> one(String shape, RandomGenerator random) {
        var states = new ArrayList<>(byState(shape).values());
        if (states.isEmpty()) {
            return Optional.empty();
        }
        List<Thing> alike = states.get(random.nextInt(states.size()));
        return Optional.of(alike.get(random.nextInt(Math.min(alike.size(), RECENT))));
    }

    /** All of a shape, the latest first, by their own state and that of what they are in. */
    Map<String, List<Thing>> byState(String shape) {
        var states = new TreeMap<String, List<Thing>>();
        for (Thing thing : things.getOrDefault(shape, new LinkedHashMap<>()).values()) {
            String state = withHolders(thing).map(Thing::state).reduce("", (all, one) -> all + "/" + one);
            states.computeIfAbsent(state, any -> new ArrayList<>()).addFirst(thing);
        }
        return states;
    }

    /** Who has to do with it, or with what it is in. */
    List<String> people(Thing thing) {
        return withHolders(thing)
                .flatMap(each -> each.people().stream())
                .distinct()
                .toList();
    }

    private Stream<Thing> withHolders(Thing thing) {
        var all = new ArrayList<>(List.of(thing));
        for (int slash = thing.path().lastIndexOf('/');
                slash > 0;
                slash = thing.path().lastIndexOf('/', slash - 1)) {
            String holder = thing.path().substring(0, slash);
            of(holder)
                    .map(shape ->
                            things.getOrDefault(shape, new LinkedHashMap<>()).get(holder))
                    .ifPresent(all::add);
        }
        return all.stream();
    }
}
