package eu.mpf.web.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.JsonErrors;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Days;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import: a line of CSV with cells by column name, or a line of JSON. Blank cells are absent. What cannot be
 * read as asked is noted as an error of the row, and absent: the row is refused in the end with all its errors at once.
 */
public final class Row {
    private static final int MOST_DECIMALS = 9;
    private static final int MOST_DIGITS = 40;

    private final int number;
    private final ObjectNode values;
    private final DecimalStyle style;
    private final RowBinding binding;
    private final Violations errors = new Violations();
    private final List<FieldError> warnings = new ArrayList<>();

    Row(int number, ObjectNode values, DecimalStyle style, RowBinding binding) {
        this.number = number;
        this.values = values;
        this.style = style;
        this.binding = binding;
    }

    /** 1 is the first after the header. */
    public int number() {
        return number;
    }

    /** The row as JSON; the cells of a CSV row are strings. */
    public JsonNode json() {
        return values;
    }

    /**
     * The row as the record a request would be, checked by its Bean Validation constraints. For JSON lines.
     *
     * @throws eu.mpf.web.problem.ProblemException with pointers
     */
    public <T> T as(Class<T> type) {
        try {
            return binding.bind(values, type);
        } catch (JsonProcessingException e) {
            throw JsonErrors.problem(e);
        }
    }

    public Optional<String> text(String column) {
        var value = values.path(column);
        if (value.isContainerNode()) {
            error(column, "type", "must be a text");
            return Optional.empty();
        }
        if (isBeyondAllBounds(value)) {
            error(column, "invalid", "is a number of too many digits");
            return Optional.empty();
        }
        var written = value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
        return Optional.of(written.strip()).filter(text -> !text.isEmpty());
    }

    /** A text that must be there. */
    public Optional<String> required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            error(column, "required", "must not be empty");
        }
        return text;
    }

    /** Several texts in one cell, or an array of JSON. */
    public List<String> texts(String column, String separator) {
        var value = values.path(column);
        if (value.isArray()) {
            var texts = new ArrayList<String>();
            value.forEach(item -> texts.add(item.asText()));
            return texts;
        }
        return text(column).stream()
                .flatMap(text -> Arrays.stream(text.split(Pattern.quote(separator))))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A date as {@code 2026-03-31}. */
    public Optional<LocalDate> date(String column) {
        return text(column).flatMap(text -> {
            try {
                return Optional.of(Days.parse(text));
            } catch (DateTimeException e) {
                error(column, "invalid", "must be a date such as 2026-03-31");
                return Optional.empty();
            }
        });
    }

    /** A number in the file's {@link DecimalStyle}; numbers of JSON are what they are. */
    public Optional<BigDecimal> decimal(String column) {
        var value = values.path(column);
        if (value.isNumber() && !isBeyondAllBounds(value)) {
            return Optional.of(value.decimalValue());
        }
        return text(column).flatMap(text -> number(column, text));
    }

    /** A number of percent, with or without its sign: {@code 94,97%} is 94.97. */
    public Optional<BigDecimal> percent(String column) {
        if (values.path(column).isNumber()) {
            return decimal(column);
        }
        return text(column)
                .map(text -> text.endsWith("%")
                        ? text.substring(0, text.length() - 1).strip()
                        : text)
                .flatMap(text -> number(column, text));
    }

    public Optional<Integer> integer(String column) {
        return decimal(column).flatMap(number -> {
            try {
                return Optional.of(number.intValueExact());
            } catch (ArithmeticException e) {
                error(column, "invalid", "must be a whole number");
                return Optional.empty();
            }
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool(String column) {
        return text(column).flatMap(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                error(column, "invalid", "must be true or false");
                return Optional.empty();
            }
            return Optional.of(Boolean.valueOf(text));
        });
    }

    /** A constant of an enum, whatever its case, with blanks or dashes for underscores. */
    public <E extends Enum<E>> Optional<E> constant(String column, Class<E> type) {
        return text(column).flatMap(text -> {
            var name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            var constant = Arrays.stream(type.getEnumConstants())
                    .filter(c -> c.name().equals(name))
                    .findFirst();
            if (constant.isEmpty()) {
                error(column, "invalid", "must be one of " + Arrays.toString(type.getEnumConstants()));
            }
            return constant;
        });
    }

    /** {@code 1e999999999} is short, and a billion digits once it is written out. */
    private static boolean isBeyondAllBounds(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        var number = value.decimalValue();
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    private Optional<BigDecimal> number(String column, String text) {
        var number = style.parse(text).filter(n -> n.scale() <= MOST_DECIMALS);
        if (number.isEmpty()) {
            error(
                    column,
                    "invalid",
                    "is not a number written as " + (style == DecimalStyle.POINT ? "1,234.56" : "1.234,56"));
        }
        return number;
    }

    /** Notes that the row cannot be done. */
    public void error(String column, String code, String message) {
        errors.add(pointer(column), code, message);
    }

    /** Notes what somebody should look at; the row is done all the same. */
    public void warn(String column, String code, String message) {
        warnings.add(new FieldError(pointer(column), code, message));
    }

    /** Ends the row here if it has errors: what follows may then rely on what was required. */
    public void throwIfErrors() {
        errors.throwIfAny();
    }

    List<FieldError> warnings() {
        return List.copyOf(warnings);
    }

    /** The same row for another try, with nothing noted yet. */
    Row again() {
        return new Row(number, values, style, binding);
    }

    void checkColumns(Set<String> known) {
        values.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                error(name, "unknown", "is not a column of this import");
            }
        });
    }

    private static String pointer(@Nullable String column) {
        return column == null || column.isEmpty()
                ? ""
                : "/" + column.replace("~", "~0").replace("/", "~1");
    }
}
