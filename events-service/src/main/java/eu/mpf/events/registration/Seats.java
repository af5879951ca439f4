package eu.mpf.events.registration;

import eu.mpf.events.event.AudienceCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All seats of one event, or of one follow-up, under lock: the rules of giving and taking them.
 * A registration counts in the total and in its category, and needs room in both; a category without a limit has room.
 */
final class Seats {
    private final List<SeatCounter> counters;
    private final boolean passingOn;

    /**
     * @param counters all of the event; there is exactly one TOTAL
     * @param passingOn whether free seats belong to those who wait, though not all of them have theirs yet
     */
    Seats(List<SeatCounter> counters, boolean passingOn) {
        this.counters = counters;
        this.passingOn = passingOn;
    }

    Seats(List<SeatCounter> counters) {
        this(counters, false);
    }

    boolean passingOn() {
        return passingOn;
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
