package eu.mpf.events.registration;

import eu.mpf.events.event.AudienceCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What is right, in as few lines as can be: seats, one limited category, and a line. */
final class SeatModel {
    static final AudienceCategory LIMITED = AudienceCategory.MEMBER_STATE;

    /** Somebody in it; the number is the place in this list. */
    static final class Entry {
        final UUID id;
        final AudienceCategory category;
        RegistrationStatus status;

        Entry(UUID id, AudienceCategory category, RegistrationStatus status) {
            this.id = id;
            this.category = category;
            this.status = status;
        }
    }

    final List<Entry> entries = new ArrayList<>();
    private final int seats;
    private final int limit;
    private final boolean offers;

    SeatModel(int seats, int limit, boolean offers) {
        this.seats = seats;
        this.limit = limit;
        this.offers = offers;
    }

    void register(UUID id, AudienceCategory category) {
        entries.add(new Entry(
                id, category, hasRoom(category) ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITLISTED));
    }

    void become(Entry entry, RegistrationStatus next) {
        entry.status = next;
        for (Entry first : entries) {
            if (first.status == RegistrationStatus.WAITLISTED && hasRoom(first.category)) {
                first.status = offers ? RegistrationStatus.OFFERED : RegistrationStatus.CONFIRMED;
            }
        }
    }

    List<Entry> in(RegistrationStatus... states) {
        return entries.stream()
                .filter(entry -> List.of(states).contains(entry.status))
                .toList();
    }

    List<Map.Entry<UUID, RegistrationStatus>> states() {
        return entries.stream().map(entry -> Map.entry(entry.id, entry.status)).toList();
    }

    private boolean hasRoom(AudienceCategory category) {
        return taken(entry -> true) < seats
                && (category != LIMITED || taken(entry -> entry.category == LIMITED) < limit);
    }

    private long taken(Predicate<Entry> counted) {
        return entries.stream()
                .filter(entry -> entry.status.holdsSeat() && counted.test(entry))
                .count();
    }
}
