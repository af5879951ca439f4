package eu.mpf.projects;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.util.function.Consumer;

/** What aggregates answer to what they do not allow. */
public final class Refusals {

    /** A move in a state that has no place for it. */
    public static final Consumer<Throwable> ILLEGAL_TRANSITION = of(ProjectsProblem.ILLEGAL_TRANSITION);

    private Refusals() {}

    public static Consumer<Throwable> of(ProjectsProblem type) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    /** Everything that is wrong with what was sent, each as {@code "/pointer code"}. */
    public static Consumer<Throwable> invalid(String... errors) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Refusals::inShort)
                                .containsExactly(errors));
    }

    private static String inShort(FieldError error) {
        return error.pointer() + " " + error.code();
    }
}
