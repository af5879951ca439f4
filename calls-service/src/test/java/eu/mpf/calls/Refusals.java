package eu.mpf.calls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.ProblemType;
import java.util.function.Consumer;

/** What aggregates answer to what they do not allow. */
public final class Refusals {

    private Refusals() {}

    public static Consumer<Throwable> of(ProblemType type) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
