package eu.mpf.web.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects everything wrong with a request, so that its author learns it in one answer. */
public final class Violations {
    private final List<FieldError> errors = new ArrayList<>();

    public void add(String pointer, String code, String message) {
        errors.add(new FieldError(pointer, code, message));
    }

    /** Adds an error unless {@code ok}. */
    public void check(boolean ok, String pointer, String code, String message) {
        if (!ok) {
            add(pointer, code, message);
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    /** @throws ProblemException 400 with all errors, if there is any */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    errors.size() == 1
                            ? errors.getFirst().pointer() + ": "
                                    + errors.getFirst().message()
                            : "%d parts of the request break a rule.".formatted(errors.size()),
                    errors);
        }
    }
}
