package eu.mpf.web.page;

import eu.mpf.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One part of {@code orderBy}: a documented field and a direction. */
record SortKey(String field, boolean descending) {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9.]*");

    static List<SortKey> parse(String orderBy) {
        var keys = new ArrayList<SortKey>();
        var seen = new HashSet<String>();
        for (var part : orderBy.split(",", -1)) {
            var words = part.strip().split("\\s+");
            var direction = words.length == 2 ? words[1].toLowerCase(Locale.ROOT) : "asc";
            if (words.length > 2
                    || !FIELD.matcher(words[0]).matches()
                    || !(direction.equals("asc") || direction.equals("desc"))) {
                throw ProblemException.invalid(
                        "?orderBy", "invalid", "must be fields separated by commas, each with an optional \"desc\"");
            }
            if (!seen.add(words[0])) {
                throw ProblemException.invalid("?orderBy", "repeated", words[0] + " is named twice");
            }
            keys.add(new SortKey(words[0], direction.equals("desc")));
        }
        return keys;
    }

    static String text(List<SortKey> keys) {
        return keys.stream().map(k -> k.field + (k.descending ? " desc" : "")).collect(Collectors.joining(","));
    }
}
