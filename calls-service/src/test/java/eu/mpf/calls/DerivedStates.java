package eu.mpf.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What {@link eu.mpf.testkit.StateTable} is to aggregates with a field {@code status}, this is to those whose state follows
 * from something else, a clock for example: the test says how one comes into a state.
 */
public final class DerivedStates<A, S extends Enum<S>> {
    private final Function<S, A> in;
    private final Class<S> states;
    private final Function<A, S> status;
    private final Consumer<Throwable> refusal;
    private final Map<String, Consumer<A>> commands = new LinkedHashMap<>();

    public DerivedStates(Function<S, A> in, Class<S> states, Function<A, S> status, Consumer<Throwable> refusal) {
        this.in = in;
        this.states = states;
        this.status = status;
        this.refusal = refusal;
    }

    public DerivedStates<A, S> on(String command, Consumer<A> run) {
        commands.put(command, run);
        return this;
    }

    /** Where each allowed command leads: {@code "DRAFT publish" → "OPEN"}; what is not in it is refused. */
    public Map<String, String> outcomes() {
        Map<String, String> outcomes = new TreeMap<>();
        for (S from : states.getEnumConstants()) {
            commands.forEach((name, command) -> {
                A aggregate = in.apply(from);
                assertThat(status.apply(aggregate)).isEqualTo(from);
                Throwable refused = catchThrowable(() -> command.accept(aggregate));
                if (refused == null) {
                    outcomes.put(from + " " + name, status.apply(aggregate).name());
                    return;
                }
                refusal.accept(refused);
                assertThat(status.apply(aggregate))
                        .as("nothing changes when it is refused")
                        .isEqualTo(from);
            });
        }
        return outcomes;
    }
}
