package eu.mpf.web.request;

import eu.mpf.web.value.Days;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What text a parameter of a type may hold. JAX-RS itself would answer 404 for a wrong one, and not say which. */
final class ParameterTypes {
    private ParameterTypes() {}

    /** The type of a single value: a list's elements, not the list. */
    static Class<?> element(Class<?> type, Type generic) {
        if (Collection.class.isAssignableFrom(type)
                && generic instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return type;
    }

    /** What is wrong with the text, or null. */
    static @Nullable String fault(Class<?> type, String text) {
        try {
            return switch (type.getSimpleName()) {
                case "int", "Integer" -> ok(Integer.valueOf(text));
                case "long", "Long" -> ok(Long.valueOf(text));
                case "boolean", "Boolean" ->
                    text.equals("true") || text.equals("false") ? null : "must be true or false";
                case "UUID" -> UUID.fromString(text).toString().equalsIgnoreCase(text) ? null : "must be a UUID";
                case "LocalDate" -> ok(Days.parse(text));
                case "Instant" ->
                    ok(Days.checked(Instant.parse(text).atOffset(ZoneOffset.UTC).toLocalDate()));
                default -> type.isEnum() ? enumFault(type, text) : null;
            };
        } catch (IllegalArgumentException e) {
            return type == UUID.class ? "must be a UUID" : "must be a whole number";
        } catch (DateTimeException e) {
            return type == LocalDate.class
                    ? "must be a date such as 2026-03-31"
                    : "must be an instant such as 2026-03-31T12:00:00.000Z";
        }
    }

    private static @Nullable String enumFault(Class<?> type, String text) {
        var known = Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .toList();
        return known.contains(text) ? null : "must be one of " + known;
    }

    private static @Nullable String ok(Object parsed) {
        return null;
    }
}
