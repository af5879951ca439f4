package eu.mpf.projects.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project must fulfil to be listed: SQL over alias {@code p}, joined by AND, with the values of its placeholders.
 * All texts are the programmer's own.
 */
public final class ProjectConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    ProjectConditions add(String condition, Object... arguments) {
        conditions.add("(" + condition + ")");
        values.addAll(Arrays.asList(arguments));
        return this;
    }

    ProjectConditions addIf(boolean wanted, String condition) {
        return wanted ? add(condition) : this;
    }

    /** The column has one of these values; nothing is demanded if there are none. */
    ProjectConditions anyOf(String column, Collection<?> wanted) {
        return wanted.isEmpty() ? this : add(column + " = ANY(?::text[])", List.copyOf(wanted));
    }

    /** The array has one of these values; nothing is demanded if there are none. */
    ProjectConditions overlap(String column, Collection<?> wanted) {
        return wanted.isEmpty() ? this : add(column + " && ?::text[]", List.copyOf(wanted));
    }

    /** The condition holds for these values; nothing is demanded if there are none. */
    ProjectConditions within(String condition, Collection<?> wanted) {
        return wanted.isEmpty() ? this : add(condition, List.copyOf(wanted));
    }

    ProjectConditions compare(String comparison, @Nullable Object value) {
        return value == null ? this : add(comparison, value);
    }

    /** {@code WHERE …}, or nothing. */
    public String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** For the placeholders of {@link #where()}, in order. */
    public Object[] values() {
        return values.toArray();
    }

    /** All conditions as one, or nothing demanded. */
    String all() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }
}
