package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks every command of an aggregate in every one of its states. A command either leads to a state or is refused with the
 * problem expected here, and then nothing has changed; the test says which.
 *
 * @param <A> an aggregate
 * @param <S> its states
 */
public final class StateTable<A, S extends Enum<S>> {
    private final Function<S, A> in;
    private final Class<S> states;
    private final Function<A, S> status;
    private final Consumer<Throwable> refusal;
    private final Map<String, Consumer<A>> commands = new LinkedHashMap<>();

    /**
     * For an aggregate with a field {@code status}.
     *
     * @param refusal asserts that this is what a command throws in a state that does not allow it
     */
    public StateTable(Supplier<A> fresh, Class<S> states, Function<A, S> status, Consumer<Throwable> refusal) {
        this(state -> with(fresh.get(), state), states, status, refusal);
    }

    /** For one whose state follows from something else, a clock for example: the test says how one comes into it. */
    public static <A, S extends Enum<S>> StateTable<A, S> derived(
            Function<S, A> in, Class<S> states, Function<A, S> status, Consumer<Throwable> refusal) {
        return new StateTable<>(in, states, status, refusal);
    }

    private StateTable(Function<S, A> in, Class<S> states, Function<A, S> status, Consumer<Throwable> refusal) {
        this.in = in;
        this.states = states;
        this.status = status;
        this.refusal = refusal;
    }

    public StateTable<A, S> on(String command, Consumer<A> run) {
        commands.put(command, run);
        return this;
    }

    /** An aggregate in a state, however it may have come there. */
    public A in(S state) {
        A aggregate = in.apply(state);
        assertThat(status.apply(aggregate)).isEqualTo(state);
        return aggregate;
    }

    private static <A> A with(A aggregate, Object state) {
        try {
            var field = aggregate.getClass().getDeclaredField("status");
            field.setAccessible(true);
            field.set(aggregate, state);
            return aggregate;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("an aggregate without a status", e);
        }
    }

    /** Where each allowed command leads: {@code "DRAFT publish" → "PUBLISHED"}; what is not in it is refused. */
    public Map<String, String> outcomes() {
        Map<String, String> outcomes = new TreeMap<>();
        for (S from : states.getEnumConstants()) {
            commands.forEach((name, command) -> {
                S to = after(from, command);
                if (to != null) {
                    outcomes.put(from + " " + name, to.name());
                }
            });
        }
        return outcomes;
    }

    private @Nullable S after(S from, Consumer<A> command) {
        A aggregate = in(from);
        Throwable refused = catchThrowable(() -> command.accept(aggregate));
        if (refused == null) {
            return status.apply(aggregate);
        }
        refusal.accept(refused);
        assertThat(status.apply(aggregate))
                .as("nothing changes when it is refused")
                .isEqualTo(from);
        return null;
    }
}
