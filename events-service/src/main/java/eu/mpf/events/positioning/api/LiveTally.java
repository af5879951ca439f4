package eu.mpf.events.positioning.api;

import eu.mpf.events.EventsConfig;
import eu.mpf.events.positioning.ExerciseStatus;
import eu.mpf.events.positioning.api.TallyReader.Counted;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The tally as it grows. The truth is the database's, so every instance shows the same whoever took the position where:
 * an exercise that somebody watches is looked at once per interval and instance, however many watch it.
 */
@ApplicationScoped
class LiveTally {
    private final TallyReader reader;
    private final Duration interval;
    private final ConcurrentMap<UUID, Multi<Counted>> watched = new ConcurrentHashMap<>();

    LiveTally(TallyReader reader, EventsConfig config) {
        this.reader = reader;
        this.interval = config.tallyInterval();
    }

    Duration interval() {
        return interval;
    }

    /** The tally as it is, then as it is at every interval, changed or not; ends once the outcome was agreed. */
    Multi<Counted> of(UUID exerciseId, Counted now) {
        Multi<Counted> first = Multi.createFrom().item(now);
        return isFinal(now)
                ? first
                : Multi.createBy().concatenating().streams(first, watched.computeIfAbsent(exerciseId, this::watch));
    }

    private Multi<Counted> watch(UUID exerciseId) {
        return Multi.createFrom()
                .ticks()
                .every(interval)
                // A slow database skips beats instead of piling them up.
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> read(exerciseId))
                // An empty one behind the last: it ends the stream and is not handed on.
                .onItem()
                .transformToMultiAndConcatenate(
                        found -> found.filter(LiveTally::isFinal).isPresent()
                                ? Multi.createFrom().items(found, Optional.<Counted>empty())
                                : Multi.createFrom().item(found))
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow)
                .onTermination()
                .invoke(() -> watched.remove(exerciseId))
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    private Uni<Optional<Counted>> read(UUID exerciseId) {
        return Uni.createFrom()
                .item(() -> reader.read(exerciseId, "true"))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static boolean isFinal(Counted counted) {
        return counted.tally().status() == ExerciseStatus.AGREED;
    }
}
