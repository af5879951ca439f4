package eu.mpf.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;

/** Says what Jackson could not read, by pointer, without naming our classes. */
public final class JsonErrors {
    private JsonErrors() {}

    public static ProblemException problem(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            var at = failure.getLocation();
            return new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    at == null
                            ? "The body is not JSON."
                            : "The body is not JSON: line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
        }
        var pointer = pointer(mapping.getPath());
        var error = error(pointer, mapping);
        var where = pointer.isEmpty() ? "The body" : pointer;
        return new ProblemException(CommonProblem.VALIDATION_FAILED, where + ": " + error.message(), List.of(error));
    }

    private static FieldError error(String pointer, JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException _ -> new FieldError(pointer, "unknown", "is not a known field");
            case InvalidNullException _ -> new FieldError(pointer, "null", "must not hold null");
            case InvalidFormatException e
            when e.getTargetType() != null && e.getTargetType().isEnum() ->
                new FieldError(
                        pointer,
                        "invalid",
                        "must be one of " + Arrays.toString(e.getTargetType().getEnumConstants()));
            case InvalidFormatException e -> new FieldError(pointer, "invalid", "must be " + expected(e));
            case InvalidTypeIdException _ -> new FieldError(pointer, "invalid", "has an unknown kind");
            case ValueInstantiationException e
            when e.getCause() instanceof IllegalArgumentException cause ->
                new FieldError(pointer, "invalid", String.valueOf(cause.getMessage()));
            case MismatchedInputException e -> new FieldError(pointer, "type", "must be " + expected(e));
            default ->
                failure.getCause() instanceof IllegalArgumentException cause
                        ? new FieldError(pointer, "invalid", String.valueOf(cause.getMessage()))
                        : new FieldError(pointer, "invalid", "cannot be read");
        };
    }

    private static String expected(MismatchedInputException failure) {
        var type = failure.getTargetType();
        if (type == null) {
            return "of another type";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a string";
            case "int", "Integer", "long", "Long", "short", "Short" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "BigDecimal" -> "a decimal string such as \"12.34\"";
            case "double", "Double", "float", "Float" -> "a number";
            case "LocalDate" -> "a date such as 2026-03-31";
            case "LocalTime" -> "a local time such as 09:30";
            case "LocalDateTime" -> "a local date and time such as 2026-03-31T09:30";
            case "Instant", "OffsetDateTime" -> "an instant such as 2026-03-31T12:00:00.000Z";
            case "UUID" -> "a UUID";
            case "List", "Set", "Collection", "ArrayList", "LinkedHashSet" -> "an array";
            default -> type.isArray() ? "an array" : type.isEnum() ? "a known value" : "an object";
        };
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            if (step.getFieldName() != null) {
                pointer.append('/')
                        .append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            } else if (step.getIndex() >= 0) {
                pointer.append('/').append(step.getIndex());
            }
        }
        return pointer.toString();
    }
}
