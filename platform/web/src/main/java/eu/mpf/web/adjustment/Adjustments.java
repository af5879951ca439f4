package eu.mpf.web.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The adjustments as this instance knows them: at once what was changed here, within seconds what was changed elsewhere.
 * Reading costs no query, so that every mail, request and job may ask.
 */
@ApplicationScoped
public class Adjustments {
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile State state = new State(Map.of(), 0);

    private record Key(AdjustmentKind kind, String name) {}

    private record State(Map<Key, Adjustment> all, long generation) {}

    /** What was set; empty where nothing was, or it was set back. */
    public Optional<Adjustment> find(AdjustmentKind kind, String name) {
        return Optional.ofNullable(state.all().get(new Key(kind, name))).filter(found -> found.value() != null);
    }

    /** Everything of a kind that is set. */
    public List<Adjustment> of(AdjustmentKind kind) {
        return state.all().values().stream()
                .filter(one -> one.kind() == kind && one.value() != null)
                .toList();
    }

    /** Another number whenever something has changed: for what is computed from adjustments and kept. */
    public long generation() {
        return state.generation();
    }

    /** Runs this now and after every change. */
    public void follow(Runnable follower) {
        followers.add(follower);
        follower.run();
    }

    /** Takes over what is newer than what is known; a reader that was overtaken brings nothing old back. */
    public synchronized void learn(Collection<Adjustment> read) {
        Map<Key, Adjustment> all = new HashMap<>(state.all());
        var changed = false;
        for (var one : read) {
            var key = new Key(one.kind(), one.name());
            if (isNewer(one, all.get(key))) {
                all.put(key, one);
                changed = true;
            }
        }
        if (changed) {
            state = new State(Map.copyOf(all), state.generation() + 1);
            followers.forEach(Runnable::run);
        }
    }

    private static boolean isNewer(Adjustment one, @Nullable Adjustment known) {
        return known == null || one.version() > known.version();
    }
}
