package eu.mpf.web.problem;

import java.util.List;

/** Ends a request with a problem of the catalogue. Its detail is read by the client: no internals in it. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** 404, also for what exists but is not the caller's. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(CommonProblem.NOT_FOUND, "There is no %s %s.".formatted(what, id));
    }

    /** 400 for a single field. */
    public static ProblemException invalid(String pointer, String code, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                "%s: %s".formatted(pointer, message),
                List.of(new FieldError(pointer, code, message)));
    }

    /** The problem a failure stands for; 500 if for none, and then its text says nothing about the failure. */
    public static ProblemException of(Throwable failure) {
        return Failures.problem(failure);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }
}
