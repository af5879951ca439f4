package eu.mpf.gateway.feed;

import eu.mpf.gateway.audience.Sight;
import eu.mpf.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which types of events a reader wants, of those it may be told of.
 *
 * @param exact types by their full name
 * @param prefixes beginnings of types, with the dot at their end
 */
record TypeFilter(List<String> exact, List<String> prefixes, Sight sight) {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(\\.\\*)?");
    private static final int MOST = 50;
    private static final int LONGEST = 200;

    /**
     * The filter a caller asks for; without names, everything.
     *
     * @param names types, or their beginnings followed by {@code .*}
     * @throws ProblemException if a name is neither, or of a type the caller is never told of
     */
    static TypeFilter of(List<String> names, Sight sight) {
        if (names.size() > MOST) {
            throw refusal("At most %d types can be asked for.".formatted(MOST));
        }
        List<String> exact = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (String name : names) {
            if (name.length() > LONGEST || !TYPE.matcher(name).matches()) {
                throw refusal("A type is a full name, or the beginning of one followed by '.*'.");
            }
            if (!sight.covers(name)) {
                throw ProblemException.invalid("?types", "not-told", Sight.refusal(name));
            }
            if (name.endsWith("*")) {
                prefixes.add(name.substring(0, name.length() - 1));
            } else {
                exact.add(name);
            }
        }
        return new TypeFilter(List.copyOf(exact), List.copyOf(prefixes), sight);
    }

    /** Whether no type was named. */
    boolean everything() {
        return exact.isEmpty() && prefixes.isEmpty();
    }

    private static ProblemException refusal(String detail) {
        return ProblemException.invalid("?types", "invalid", detail);
    }
}
