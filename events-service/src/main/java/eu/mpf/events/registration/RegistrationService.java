package eu.mpf.events.registration;

import eu.mpf.events.event.EventRepository;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.Address;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.time.DatabaseClock;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Registering, and everything that becomes of it. Whoever changes seats holds the lock on the event's counters. */
@ApplicationScoped
@Transactional
public class RegistrationService {
    private final RegistrationDesk desk;
    private final RegistrationRepository registrations;
    private final SeatStatements statements;
    private final WaitingList line;
    private final RegistrationMails mails;
    private final PersonHash hashes;
    private final EventRepository events;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    public RegistrationService(
            RegistrationDesk desk,
            RegistrationRepository registrations,
            SeatStatements statements,
            WaitingList line,
            RegistrationMails mails,
            PersonHash hashes,
            EventRepository events,
            Outbox outbox,
            AuditTrail audit,
            DatabaseClock clock) {
        this.desk = desk;
        this.registrations = registrations;
        this.statements = statements;
        this.line = line;
        this.mails = mails;
        this.hashes = hashes;
        this.events = events;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param subject of the caller's token, if there is one */
    public Registered register(UUID eventId, RegistrationDetails details, @Nullable String subject) {
        Address address = address(details.address());
        String hash = hashes.of(address);
        RegistrationDesk.Admission admission = desk.admit(eventId, details, hash);
        Consent consent = details.consent() == null ? admission.parentConsent() : details.consent();
        if (consent == null) {
            throw ProblemException.invalid("/consent", "missing", "is needed: nothing can be carried over");
        }
        Registered made = statements.register(
                Ids.next(),
                eventId,
                details,
                new NewRegistrant(address, hash, subject, consent),
                admission.policy().needsApproval());
        if (made.status() != RegistrationStatus.PENDING) {
            outbox.publish(RegistrationFact.of(made));
        }
        audit.record("registration.create", "registration", made.id(), null, made.status(), null);
        mails.registered(made.id(), made.status(), address.value(), details.name(), admission.title(), made.position());
        return made;
    }

    /** @param mayTouch whether this caller may; otherwise the registration does not exist for it */
    public Registration withdraw(
            UUID id, long expectedVersion, @Nullable String reason, Predicate<Registration> mayTouch) {
        return changeSeats(id, expectedVersion, mayTouch, "withdraw", reason, (registration, before, seats) -> {
            registration.withdraw(reason);
            registrations.flush();
            line.leave(registration, before, seats);
            outbox.publish(RegistrationFact.of("registration.withdrawn", registration, List.of()));
        });
    }

    public Registration approve(UUID id, long expectedVersion) {
        return changeSeats(id, expectedVersion, any -> true, "approve", null, (registration, before, seats) -> {
            if (before != RegistrationStatus.PENDING || seats.hasRoom(registration.category())) {
                registration.confirm();
                seats.take(registration.category());
                line.seatInSessions(id, seats);
            } else {
                registration.waitInLine();
                seats.join(registration.category());
            }
            registrations.flush();
            String what = registration.status() == RegistrationStatus.CONFIRMED ? "confirmed" : "waitlisted";
            outbox.publish(RegistrationFact.of("registration." + what, registration, statements.sessionsOf(id)));
            mails.confirmedLater(registration);
        });
    }

    public Registration reject(UUID id, long expectedVersion, String reason) {
        return changeSeats(id, expectedVersion, any -> true, "reject", reason, (registration, before, seats) -> {
            registration.reject(reason);
            registrations.flush();
            line.leave(registration, before, seats);
            mails.rejected(registration, reason);
        });
    }

    public Registration acceptOffer(UUID id, long expectedVersion, Predicate<Registration> mayTouch) {
        return changeSeats(id, expectedVersion, mayTouch, "accept-offer", null, (registration, before, seats) -> {
            registration.acceptOffer(clock.now());
            line.seatInSessions(id, seats);
            registrations.flush();
            outbox.publish(RegistrationFact.of("registration.confirmed", registration, statements.sessionsOf(id)));
            mails.confirmedLater(registration);
        });
    }

    /** An offer was not taken up in time: it goes on to the next in line. */
    public void lapse(UUID id) {
        Seats seats = statements.lockOf(id).orElseThrow(() -> ProblemException.notFound("registration", id));
        Registration registration = registrations.get(id);
        java.time.Instant until = registration.offerExpiresAt();
        if (registration.status() != RegistrationStatus.OFFERED
                || until == null
                || !clock.now().isAfter(until)) {
            return;
        }
        registration.withdraw("offer-lapsed");
        registrations.flush();
        line.leave(registration, RegistrationStatus.OFFERED, seats);
        outbox.publish(RegistrationFact.of("registration.withdrawn", registration, List.of()));
        audit.record("registration.lapse", "registration", id, RegistrationStatus.OFFERED, registration.status(), null);
        line.moveUp(registration.scopeId(), seats, policy(registration));
    }

    public Registration checkIn(UUID id, long expectedVersion) {
        return arrive(id, expectedVersion, "check-in", registration -> {
            boolean first = registration.status() != RegistrationStatus.CHECKED_IN;
            registration.checkIn();
            registrations.flush();
            if (first) {
                outbox.publish(RegistrationFact.of(
                        "registration.checked-in", registration, statements.sessionsOf(registration.id())));
            }
        });
    }

    public Registration undoCheckIn(UUID id, long expectedVersion) {
        return arrive(id, expectedVersion, "undo-check-in", registration -> {
            registration.undoCheckIn();
            registrations.flush();
        });
    }

    private Registration arrive(UUID id, long expectedVersion, String verb, Consumer<Registration> change) {
        Registration registration = registrations.get(id);
        Versions.check(expectedVersion, registration.version());
        RegistrationStatus before = registration.status();
        change.accept(registration);
        audit.record("registration." + verb, "registration", id, before, registration.status(), null);
        return registration;
    }

    @FunctionalInterface
    private interface SeatChange {
        void apply(Registration registration, RegistrationStatus before, Seats seats);
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
        change.apply(registration, before, seats);
        audit.record("registration." + verb, "registration", id, before, registration.status(), reason);
        line.moveUp(registration.scopeId(), seats, policy(registration));
        return registration;
    }

    private RegistrationPolicy policy(Registration registration) {
        return registration.followUpId() == null
                ? events.get(registration.eventId()).policy()
                : RegistrationPolicy.OPEN;
    }

    private static Address address(String written) {
        try {
            return Address.of(written);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/address", "not-an-address", "is not a mail address");
        }
    }
}
