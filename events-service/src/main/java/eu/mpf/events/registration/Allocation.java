package eu.mpf.events.registration;

import eu.mpf.events.sql.Json;
import eu.mpf.messaging.write.LastWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives seats and places in line in the order of arrival. The counters of all whom it concerns are locked once; rows and
 * counters are written with the transaction's other last writes, so the locks are held for no round trip more.
 */
@ApplicationScoped
class Allocation {
    private static final String STORE = """
            INSERT INTO registration
              (id, event_id, follow_up_id, scope_id, number, category, status, address_hash, address, name, organisation,
               subject, language, consent, form_version, answers, version, calendar_step)
            VALUES (?, ?, CAST(? AS uuid), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS integer),
                    CAST(? AS jsonb), 0, ?)""";
    private static final String CHOOSE =
            "INSERT INTO session_seat (registration_id, session_id, number, state) VALUES (?, ?, ?, ?)";

    private final SeatStatements statements;
    private final LastWrites writes;

    Allocation(SeatStatements statements, LastWrites writes) {
        this.statements = statements;
        this.writes = writes;
    }

    /** Locks what these people ask for, until the transaction ends. */
    Round open(Collection<Claim> claims) {
        writes.flush(); // what waits may be seats that were given before
        return new Round(statements.lock(claims));
    }

    /**
     * Seats under lock, with who has them.
     *
     * @param now when the transaction began, by the database
     */
    record Locked(Instant now, Map<UUID, Seats> seats, Map<Person, Earlier> earlier) {}

    /** An address at an event or follow-up. */
    record Person(UUID scopeId, String addressHash) {}

    /**
     * Registrations of somebody before this one.
     *
     * @param standing whether one of them was not withdrawn
     * @param step of the calendar of the last that was
     */
    record Earlier(boolean standing, @Nullable Integer step) {}

    /** One group of people, served in order. */
    final class Round {
        private final Locked locked;
        private final Set<Person> registered = new HashSet<>();

        private Round(Locked locked) {
            this.locked = locked;
        }

        /** Empty if the address is registered already; then nothing was given. */
        Optional<Registered> give(Claim claim) {
            Person person = new Person(claim.scopeId(), claim.who().hash());
            Earlier earlier = locked.earlier().getOrDefault(person, new Earlier(false, null));
            if (earlier.standing() || !registered.add(person)) {
                return Optional.empty();
            }
            Seats seats = Objects.requireNonNull(
                    locked.seats().get(claim.scopeId()), () -> "no seats were planned for " + claim.scopeId());
            RegistrationStatus status = seats.give(claim.category(), claim.approval());
            long number = seats.issueNumber();
            List<ChosenSession> sessions = seats.give(claim.sessions(), status);
            int step = earlier.step() == null ? 0 : earlier.step() + 1;
            store(claim, status, number, step, sessions);
            return Optional.of(new Registered(
                    claim.id(),
                    claim.eventId(),
                    claim.followUpId(),
                    status,
                    claim.category(),
                    number,
                    status == RegistrationStatus.WAITLISTED ? seats.waiting() : null,
                    sessions,
                    locked.now(),
                    claim.who().consent(),
                    claim.who().storedFormVersion(),
                    step));
        }

        /** Counts what was given. */
        void close() {
            statements.storeAtEnd(locked.seats().values());
        }
    }

    private void store(Claim claim, RegistrationStatus status, long number, int step, List<ChosenSession> sessions) {
        NewRegistrant who = claim.who();
        RegistrationDetails details = claim.details();
        String consent = Json.write(who.consent());
        String answers = who.storedAnswers();
        writes.add(
                STORE,
                row -> row.id(claim.id())
                        .id(claim.eventId())
                        .text(text(claim.followUpId()))
                        .id(claim.scopeId())
                        .number(number)
                        .text(claim.category().name())
                        .text(status.name())
                        .text(who.hash())
                        .text(who.address().value())
                        .text(details.name())
                        .text(details.organisation())
                        .text(who.subject())
                        .text(details.languageOrDefault())
                        .text(consent)
                        .text(text(who.storedFormVersion()))
                        .text(answers)
                        .number(step));
        for (ChosenSession chosen : sessions) {
            writes.add(
                    CHOOSE,
                    row -> row.id(claim.id())
                            .id(chosen.sessionId())
                            .number(number)
                            .text(chosen.state().name()));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** By event or follow-up. */
    static Map<UUID, Seats> byScope(List<ScopedCounter> counters) {
        Map<UUID, List<SeatCounter>> of = new HashMap<>();
        counters.forEach(each ->
                of.computeIfAbsent(each.scopeId(), id -> new ArrayList<>()).add(each.counter()));
        Map<UUID, Seats> seats = new HashMap<>();
        of.forEach((scope, all) -> seats.put(scope, new Seats(all)));
        return seats;
    }

    record ScopedCounter(UUID scopeId, SeatCounter counter, Instant now) {}
}
