package eu.mpf.events.registration;

import eu.mpf.events.event.AudienceCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All seats of one event, or of one follow-up, under lock: the rules of giving and taking them.
 * A registration needs a seat in the total and, where its category is limited, one there.
 */
final class Seats {
    private final List<SeatCounter> counters;

    /** @param counters all of the event; there is exactly one TOTAL */
    Seats(List<SeatCounter> counters) {
        this.counters = counters;
    }

    boolean hasRoom(AudienceCategory category) {
        return of(category).stream().allMatch(SeatCounter::hasRoom);
    }

    /** Categories the next free seat could go to. */
    List<AudienceCategory> categoriesWithRoom() {
        return Arrays.stream(AudienceCategory.values()).filter(this::hasRoom).toList();
    }

    void take(AudienceCategory category) {
        of(category).forEach(SeatCounter::take);
    }

    void release(AudienceCategory category) {
        of(category).forEach(SeatCounter::release);
    }

    void join(AudienceCategory category) {
        of(category).forEach(SeatCounter::join);
    }

    void leave(AudienceCategory category) {
        of(category).forEach(SeatCounter::leave);
    }

    Optional<SeatCounter> session(UUID sessionId) {
        return counters.stream().filter(c -> sessionId.equals(c.sessionId)).findFirst();
    }

    /** Sessions in which somebody waits although there is room. */
    List<SeatCounter> sessionsToFill() {
        return counters.stream()
                .filter(c -> c.kind == SeatCounter.Kind.SESSION && c.waiting() > 0 && c.hasRoom())
                .toList();
    }

    boolean isEmpty() {
        return counters.isEmpty();
    }

    boolean somebodyWaits() {
        return counters.stream().anyMatch(c -> c.kind == SeatCounter.Kind.TOTAL && c.waiting() > 0);
    }

    List<SeatCounter> changed() {
        return counters.stream().filter(SeatCounter::changed).toList();
    }

    private List<SeatCounter> of(AudienceCategory category) {
        return counters.stream()
                .filter(c -> c.kind == SeatCounter.Kind.TOTAL
                        || (c.kind == SeatCounter.Kind.CATEGORY && c.category.equals(category.name())))
                .toList();
    }
}
