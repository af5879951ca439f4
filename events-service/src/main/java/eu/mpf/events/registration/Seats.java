package eu.mpf.events.registration;

import eu.mpf.events.event.AudienceCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All seats of one event, or of one follow-up, under lock: the rules of giving and taking them.
 * A registration counts in the total and in its category, and needs room in both; a category without a limit has room.
 */
final class Seats {
    private final List<SeatCounter> counters;

    /** @param counters all of the event; there is exactly one TOTAL */
    Seats(List<SeatCounter> counters) {
        this.counters = counters;
    }

    /** Whether a category with room has it for those who wait. */
    boolean passingOn() {
        return of(SeatCounter.Kind.TOTAL).anyMatch(SeatCounter::passingOn);
    }

    /** Whether there are free seats, at the event or in a session of it, that those who wait have not got yet. */
    boolean anyPassingOn() {
        return counters.stream().anyMatch(SeatCounter::passingOn);
    }

    /** @param more whether free seats belong to those who wait, though not all of them have theirs yet */
    void passOn(boolean more) {
        of(SeatCounter.Kind.TOTAL).forEach(total -> total.passOn(more));
    }

    boolean hasRoom(AudienceCategory category) {
        return of(category).stream().allMatch(SeatCounter::hasRoom);
    }

    /**
     * A seat or a place in line for somebody who comes: nothing is free while it is passed on to those who wait.
     *
     * @param approval whether an organiser decides first, so that there is neither yet
     */
    RegistrationStatus give(AudienceCategory category, boolean approval) {
        if (approval) {
            return RegistrationStatus.PENDING;
        }
        if (!passingOn() && hasRoom(category)) {
            take(category);
            return RegistrationStatus.CONFIRMED;
        }
        join(category);
        return RegistrationStatus.WAITLISTED;
    }

    /** The sessions chosen: decided for whoever has a seat at the event, remembered for everybody else. */
    List<ChosenSession> give(List<UUID> chosen, RegistrationStatus status) {
        List<ChosenSession> given = new ArrayList<>();
        for (UUID id : chosen) {
            session(id).ifPresent(counter -> given.add(new ChosenSession(id, give(counter, status))));
        }
        return List.copyOf(given);
    }

    private static SessionSeatState give(SeatCounter session, RegistrationStatus status) {
        if (status != RegistrationStatus.CONFIRMED) {
            return SessionSeatState.REQUESTED;
        }
        if (session.hasRoom() && !session.passingOn()) {
            session.take();
            return SessionSeatState.SEAT;
        }
        session.join();
        return SessionSeatState.WAITING;
    }

    /** The next place in the order of arrival, from 1. */
    long issueNumber() {
        return total().issue();
    }

    int waiting() {
        return total().waiting();
    }

    private SeatCounter total() {
        return of(SeatCounter.Kind.TOTAL).findFirst().orElseThrow();
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

    List<SeatCounter> sessions() {
        return of(SeatCounter.Kind.SESSION).toList();
    }

    boolean isEmpty() {
        return counters.isEmpty();
    }

    boolean somebodyWaits() {
        return of(SeatCounter.Kind.TOTAL).anyMatch(total -> total.waiting() > 0);
    }

    List<SeatCounter> changed() {
        return counters.stream().filter(SeatCounter::changed).toList();
    }

    private Stream<SeatCounter> of(SeatCounter.Kind kind) {
        return counters.stream().filter(counter -> counter.kind == kind);
    }

    private List<SeatCounter> of(AudienceCategory category) {
        return counters.stream()
                .filter(c -> c.kind == SeatCounter.Kind.TOTAL
                        || (c.kind == SeatCounter.Kind.CATEGORY && c.category.equals(category.name())))
                .toList();
    }
}
