package eu.mpf.gateway.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one reader of events may be told.
 *
 * @param open types of which every event is told
 * @param own types of which only events that concern the reader's organisation are told
 * @param organisation the reader's, if it acts for one
 * @param unknown whether types that stand in no document are told
 * @param known all types that stand in one
 */
public record Sight(
        List<String> open, List<String> own, @Nullable String organisation, boolean unknown, List<String> known) {

    /** @param concerned the organisation the event is about, if its type names one */
    public boolean sees(String type, @Nullable String concerned) {
        return open.contains(type)
                || own.contains(type) && organisation != null && organisation.equals(concerned)
                || unknown && !known.contains(type);
    }

    /**
     * Whether it makes sense to ask for this: whether any event of it could be told.
     *
     * @param name a type, or the beginning of types followed by {@code .*}
     */
    public boolean covers(String name) {
        if (name.endsWith(".*")) {
            String beginning = name.substring(0, name.length() - 1);
            return unknown
                    || open.stream().anyMatch(type -> type.startsWith(beginning))
                    || own.stream().anyMatch(type -> type.startsWith(beginning));
        }
        return open.contains(name) || own.contains(name) || unknown && !known.contains(name);
    }

    /** Why a name that is not covered is refused. */
    public static String refusal(String name) {
        return "You are not told of %s. See /event-types for who is told of what.".formatted(name);
    }
}
