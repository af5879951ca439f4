package eu.mpf.messaging.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row, made to take an array for each parameter. The text is the same for every number of rows, and so
 * is what the database has prepared.
 *
 * @param values what the row is made of, between the parentheses of VALUES
 * @param conflict what is left out, or nothing
 */
record ArrayInsert(String into, String values, String conflict) {
    // Of what is done about rows that are there already only leaving them out: an update refuses to meet one row twice.
    private static final Pattern FORM = Pattern.compile(
            "\\s*(INSERT\\s+INTO\\s[^()]+\\([^()]+\\))\\s*VALUES\\s*\\((.+)\\)\\s*(ON\\s+CONFLICT[^?]*\\sDO\\s+NOTHING\\s*)?",
            Pattern.DOTALL);
    /** Quotes and comments may hold what looks like a parameter; DEFAULT stands in VALUES alone. */
    private static final Pattern UNFIT = Pattern.compile("['\"]|--|/\\*|\\bDEFAULT\\b");

    /** Of texts that are constants of the code, so there are few. */
    private static final Map<String, Optional<ArrayInsert>> KNOWN = new ConcurrentHashMap<>();

    /** Empty for what is no plain INSERT of one row of values. */
    static Optional<ArrayInsert> of(String text) {
        return KNOWN.computeIfAbsent(text, ArrayInsert::read);
    }

    private static Optional<ArrayInsert> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || UNFIT.matcher(text).find() || !isOneRow(form.group(2))) {
            return Optional.empty();
        }
        @Nullable String conflict = form.group(3);
        return Optional.of(new ArrayInsert(form.group(1), form.group(2), conflict == null ? "" : " " + conflict));
    }

    /** Nothing in it closes the parenthesis it stands in. */
    private static boolean isOneRow(String values) {
        int open = 0;
        for (int i = 0; i < values.length() && open >= 0; i++) {
            open += switch (values.charAt(i)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
        }
        return open == 0;
    }

    /** Whether all rows have as many parameters as the text, of the same kinds. */
    boolean takes(List<Columns> groups) {
        long parameters = values.chars().filter(each -> each == '?').count();
        List<Column.Kind> kinds = groups.getFirst().kinds();
        return kinds.size() == parameters
                && groups.stream()
                        .allMatch(group -> group.areAlike() && group.kinds().equals(kinds));
    }

    String sql(Columns columns) {
        List<Column.Kind> kinds = columns.kinds();
        StringBuilder row = new StringBuilder();
        int from = 0;
        for (int i = 0; i < kinds.size(); i++) {
            int parameter = values.indexOf('?', from);
            row.append(values, from, parameter)
                    .append("r.p")
                    .append(i)
                    .append(kinds.get(i).cast());
            from = parameter + 1;
        }
        row.append(values, from, values.length());
        String arrays = kinds.stream().map(kind -> "?::" + kind.type() + "[]").collect(Collectors.joining(", "));
        String names = IntStream.range(0, kinds.size()).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
        return "%s SELECT %s FROM unnest(%s) AS r (%s)%s".formatted(into, row, arrays, names, conflict);
    }
}
