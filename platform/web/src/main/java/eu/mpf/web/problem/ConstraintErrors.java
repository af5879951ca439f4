package eu.mpf.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;

/** Bean Validation's findings as field errors: paths become JSON pointers. */
final class ConstraintErrors {
    private ConstraintErrors() {}

    static ProblemException problem(ConstraintViolationException failure) {
        var violations = new Violations();
        failure.getConstraintViolations().stream()
                .map(ConstraintErrors::error)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .forEach(error -> violations.add(error.pointer(), error.code(), error.message()));
        try {
            violations.throwIfAny();
        } catch (ProblemException problem) {
            return problem;
        }
        return new ProblemException(CommonProblem.VALIDATION_FAILED, "The request breaks a rule.");
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(pointer(violation), code(violation), violation.getMessage());
    }

    /** The constraint's name: NotBlank → not-blank. */
    private static String code(ConstraintViolation<?> violation) {
        var name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        var method = false;
        Path.@org.jspecify.annotations.Nullable Node parameter = null;
        for (var node : violation.getPropertyPath()) {
            if (node.isInIterable()) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                } else if (node.getKey() != null) {
                    pointer.append('/').append(node.getKey());
                }
            }
            if (node.getKind() == ElementKind.METHOD) {
                method = true;
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node;
            } else if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        if (method && parameter != null && isQuery(violation, parameter)) {
            return "?" + (pointer.isEmpty() ? parameter.getName() : pointer.substring(1));
        }
        return pointer.toString();
    }

    /** Whether the parameter of the resource method came from the query, by itself or in a bean. */
    private static boolean isQuery(ConstraintViolation<?> violation, Path.Node parameter) {
        var index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        for (var method : violation.getRootBeanClass().getMethods()) {
            if (method.getParameterCount() > index && method.getName().equals(methodName(violation))) {
                for (var annotation : method.getParameterAnnotations()[index]) {
                    if (annotation instanceof QueryParam || annotation instanceof jakarta.ws.rs.BeanParam) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String methodName(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().getName();
    }
}
