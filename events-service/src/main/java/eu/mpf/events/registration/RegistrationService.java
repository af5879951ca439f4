package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that becomes of a registration. Whoever changes seats holds the lock on the event's counters. */
@ApplicationScoped
@Transactional
public class RegistrationService {
    private final RegistrationRepository registrations;
    private final SeatStatements statements;
    private final WaitingList line;
    private final RegistrationMails mails;
    private final Scenes scenes;
    private final Outbox outbox;
    private final AuditTrail audit;

    public RegistrationService(
            RegistrationRepository registrations,
            SeatStatements statements,
            WaitingList line,
            RegistrationMails mails,
            Scenes scenes,
            Outbox outbox,
            AuditTrail audit) {
        this.registrations = registrations;
        this.statements = statements;
        this.line = line;
        this.mails = mails;
        this.scenes = scenes;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param mayTouch whether this caller may; otherwise the registration does not exist for it */
    public Registration withdraw(
            UUID id, long expectedVersion, @Nullable String reason, Predicate<Registration> mayTouch) {
        return changeSeats(id, expectedVersion, mayTouch, "withdraw", reason, (registration, before, seats, scene) -> {
            registration.withdraw(reason);
            registrations.flush();
            line.leave(registration, before, seats);
            outbox.publish(RegistrationFact.of("registration.withdrawn", registration, List.of()));
            mails.tell(Recipient.of(registration), News.of(Occasion.WITHDRAWN), scene);
        });
    }

    /** @throws ProblemException 409 once nothing is to come any more, as for a registration that waits for no decision */
    public Registration approve(UUID id, long expectedVersion) {
        return changeSeats(id, expectedVersion, any -> true, "approve", null, (registration, before, seats, scene) -> {
            requireToCome(scene);
            boolean room = seats.hasRoom(registration.category()) && !seats.passingOn();
            registration.approve(room);
            if (room) {
                seats.take(registration.category());
                line.seatInSessions(id, seats);
            } else {
                seats.join(registration.category());
            }
            registrations.flush();
            String what = registration.status() == RegistrationStatus.CONFIRMED ? "confirmed" : "waitlisted";
            outbox.publish(RegistrationFact.of("registration." + what, registration, statements.sessionsOf(id)));
            Integer position = room ? null : statements.positionOf(registration);
            mails.tell(Recipient.of(registration), News.waiting(registration.status(), position), scene);
        });
    }

    public Registration reject(UUID id, long expectedVersion, String reason) {
        return changeSeats(id, expectedVersion, any -> true, "reject", reason, (registration, before, seats, scene) -> {
            registration.reject(reason);
            registrations.flush();
            line.leave(registration, before, seats);
            mails.tell(Recipient.of(registration), News.of(Occasion.REJECTED, reason), scene);
        });
    }

    /** @throws ProblemException 409 for an offer that lapsed, and once nothing is to come any more */
    public Registration acceptOffer(UUID id, long expectedVersion, Predicate<Registration> mayTouch) {
        return changeSeats(
                id, expectedVersion, mayTouch, "accept-offer", null, (registration, before, seats, scene) -> {
                    requireToCome(scene);
                    registration.acceptOffer(scene.now());
                    line.seatInSessions(id, seats);
                    registrations.flush();
                    outbox.publish(
                            RegistrationFact.of("registration.confirmed", registration, statements.sessionsOf(id)));
                    mails.tell(Recipient.of(registration), News.of(Occasion.of(registration.status())), scene);
                });
    }

    private static void requireToCome(Scene scene) {
        if (!scene.isToCome()) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE,
                    "It has taken place or was cancelled: no seats are given any more.");
        }
    }

    /**
     * Passes on the next portion of seats that fell free.
     *
     * @return whether there are more
     */
    public boolean passOn(UUID scopeId) {
        Seats seats = statements.lock(scopeId);
        return seats.anyPassingOn() && line.moveUp(scopeId, seats, scenes.of(scopeId));
    }

    /** An offer was not taken up in time: it goes on to the next in line. */
    public void lapse(UUID id) {
        Seats seats = statements.lockOf(id).orElseThrow(() -> ProblemException.notFound("registration", id));
        Registration registration = registrations.get(id);
        Scene scene = scenes.of(registration.scopeId());
        Instant until = registration.offerExpiresAt();
        if (registration.status() != RegistrationStatus.OFFERED
                || until == null
                || !scene.now().isAfter(until)) {
            return;
        }
        registration.withdraw("offer-lapsed");
        registrations.flush();
        line.leave(registration, RegistrationStatus.OFFERED, seats);
        outbox.publish(RegistrationFact.of("registration.withdrawn", registration, List.of()));
        audit.record("registration.lapse", "registration", id, RegistrationStatus.OFFERED, registration.status(), null);
        mails.tell(Recipient.of(registration), News.of(Occasion.LAPSED), scene);
        line.moveUp(registration.scopeId(), seats, scene);
    }

    @FunctionalInterface
    private interface SeatChange {
        void apply(Registration registration, RegistrationStatus before, Seats seats, Scene scene);
    }

    private Registration changeSeats(
            UUID id,
            long expectedVersion,
            Predicate<Registration> mayTouch,
            String verb,
            @Nullable String reason,
            SeatChange change) {
        // The lock comes before the registration is read: it may be promoted while we wait.
        Seats seats = statements.lockOf(id).orElseThrow(() -> ProblemException.notFound("registration", id));
        Registration registration = registrations.get(id);
        if (!mayTouch.test(registration)) {
            throw ProblemException.notFound("registration", id);
        }
        Versions.check(expectedVersion, registration.version());
        RegistrationStatus before = registration.status();
        Scene scene = scenes.of(registration.scopeId());
        change.apply(registration, before, seats, scene);
        audit.record("registration." + verb, "registration", id, before, registration.status(), reason);
        line.moveUp(registration.scopeId(), seats, scene);
        return registration;
    }
}
