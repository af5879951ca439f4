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
 * @param <A> an aggregate with a field {@code status}
 * @param <S> its states
 */
public final class StateTable<A, S extends Enum<S>> {
    private final Supplier<A> fresh;
    private final Class<S> states;
    private final Function<A, S> status;
    private final Consumer<Throwable> refusal;
    private final Map<String, Consumer<A>> commands = new LinkedHashMap<>();

    /** @param refusal asserts that this is what a command throws in a state that does not allow it */
    public StateTable(Supplier<A> fresh, Class<S> states, Function<A, S> status, Consumer<Throwable> refusal) {
        this.fresh = fresh;
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
        A aggregate = fresh.get();
        try {
            var field = aggregate.getClass().getDeclaredField("status");
            field.setAccessible(true);
            field.set(aggregate, state);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("an aggregate without a status", e);
        }
        return aggregate;
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
