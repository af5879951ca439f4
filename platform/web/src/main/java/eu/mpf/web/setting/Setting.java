package eu.mpf.web.setting;

import eu.mpf.web.problem.ProblemException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something an administrator may set while the platform runs. Declared once, as a constant beside the code that asks for
 * it; on the wire every value is a text as its type writes it.
 *
 * @param name in lower case with dots, for example {@code mail.sending}
 * @param initial what holds while nobody has set it
 * @param minimum the smallest value allowed, of numbers and durations
 * @param maximum the largest
 * @param choices what may be chosen; empty for other types
 */
public record Setting<T>(
        String name,
        Type type,
        String description,
        T initial,
        @Nullable T minimum,
        @Nullable T maximum,
        List<String> choices,
        Function<String, @Nullable T> reader) {

    /** How a value is written. */
    @Schema(name = "SettingType")
    public enum Type {
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** An ISO 8601 duration: {@code PT72H}. */
        DURATION,
        /** One of the setting's choices. */
        CHOICE
    }

    public static Setting<Boolean> onOff(String name, boolean initial, String description) {
        return new Setting<>(name, Type.BOOLEAN, description, initial, null, null, List.of(), Setting::truth);
    }

    public static Setting<Integer> number(String name, int initial, int minimum, int maximum, String description) {
        return new Setting<>(
                name, Type.INTEGER, description, initial, minimum, maximum, List.of(), Setting::wholeNumber);
    }

    public static Setting<Duration> duration(
            String name, Duration initial, Duration minimum, Duration maximum, String description) {
        return new Setting<>(name, Type.DURATION, description, initial, minimum, maximum, List.of(), Setting::duration);
    }

    public static Setting<String> choice(String name, String initial, List<String> choices, String description) {
        return new Setting<>(
                name,
                Type.CHOICE,
                description,
                initial,
                null,
                null,
                List.copyOf(choices),
                text -> choices.contains(text) ? text : null);
    }

    /** @throws ProblemException 400 with the pointer {@code /value} for what is not of the type or outside its bounds */
    T read(String text) {
        var value = reader.apply(text.strip());
        if (value == null) {
            throw ProblemException.invalid(
                    "/value", "invalid", type == Type.CHOICE ? "must be one of " + choices : "is no " + type);
        }
        if (!isWithinBounds(value)) {
            throw ProblemException.invalid(
                    "/value", "out-of-bounds", "must be between %s and %s".formatted(minimum, maximum));
        }
        return value;
    }

    /** A stored value; empty for one that an earlier release allowed and this one does not. */
    Optional<T> stored(String text) {
        return Optional.ofNullable(reader.apply(text)).filter(this::isWithinBounds);
    }

    private boolean isWithinBounds(T value) {
        return (minimum == null || compare(value, minimum) >= 0) && (maximum == null || compare(value, maximum) <= 0);
    }

    @SuppressWarnings("unchecked") // numbers and durations are compared with their like
    private static <C> int compare(C one, C other) {
        return ((Comparable<C>) one).compareTo(other);
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
