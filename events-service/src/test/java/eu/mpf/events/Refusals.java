package eu.mpf.events;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.problem.ProblemException;
import java.util.function.Consumer;

/** What aggregates answer to what they do not allow. */
public final class Refusals {

    /** A command in a state that has no place for it. */
    public static final Consumer<Throwable> STEP_NOT_POSSIBLE = of(EventsProblem.STEP_NOT_POSSIBLE);

    private Refusals() {}

    public static Consumer<Throwable> of(EventsProblem type) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
