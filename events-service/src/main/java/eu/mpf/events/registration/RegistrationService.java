package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.form.RegistrationForm;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.Address;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
    private final Scenes scenes;
    private final Outbox outbox;
    private final AuditTrail audit;

    public RegistrationService(
            RegistrationDesk desk,
            RegistrationRepository registrations,
            SeatStatements statements,
            WaitingList line,
            RegistrationMails mails,
            PersonHash hashes,
            Scenes scenes,
            Outbox outbox,
            AuditTrail audit) {
        this.desk = desk;
        this.registrations = registrations;
        this.statements = statements;
        this.line = line;
        this.mails = mails;
        this.hashes = hashes;
        this.scenes = scenes;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Whoever comes in because their category is invited is approved by an organiser first, unless the category is that of
     * their organisation's projects: what one says of oneself is no invitation.
     *
     * @param subject of the caller's token, if there is one
     * @param organisation code of the caller's, by the token
     */
    public Registered register(
            UUID eventId, RegistrationDetails details, @Nullable String subject, @Nullable String organisation) {
        Admitted admitted = admit(eventId, details, subject, RegistrationDesk.Door.FRONT);
        boolean approval = admitted.scene().policy().needsApproval()
                || (admitted.onClaim() && !desk.isOfCategory(organisation, details.category()));
        return store(eventId, details, admitted, approval);
    }

    /**
     * By an organiser, on somebody's behalf: there is nothing to approve, and neither invitation nor opening hours count.
     * Seats do.
     *
     * @return empty for an address that is registered already
     */
    public Optional<Registered> enter(UUID eventId, RegistrationDetails details) {
        String hash = hashes.of(WrittenAddress.in(details.address(), "/address"));
        if (desk.knows(details.followUpId() == null ? eventId : details.followUpId(), hash)) {
            return Optional.empty();
        }
        Admitted admitted = admit(eventId, details, null, RegistrationDesk.Door.ORGANISERS);
        return Optional.of(store(eventId, details, admitted, false));
    }

    private Registered store(UUID eventId, RegistrationDetails details, Admitted admitted, boolean approval) {
        Scene scene = admitted.scene();
        Registered made = statements.register(Ids.next(), eventId, details, admitted.who(), approval);
        if (made.status() != RegistrationStatus.PENDING) {
            outbox.publish(RegistrationFact.of(made));
        }
        audit.record("registration.create", "registration", made.id(), null, made.status(), null);
        mails.tell(
                new Recipient(
                        made.id(),
                        admitted.who().address().value(),
                        details.name(),
                        Locale.forLanguageTag(details.languageOrDefault()),
                        made.calendarStep()),
                News.waiting(made.status(), made.position()),
                scene);
        return made;
    }

    /** Finds everything that would keep {@link #register} from registering, and does nothing. */
    public void check(UUID eventId, RegistrationDetails details) {
        admit(eventId, details, null, RegistrationDesk.Door.FRONT);
    }

    private record Admitted(Scene scene, NewRegistrant who, boolean onClaim) {}

    private Admitted admit(
            UUID eventId, RegistrationDetails details, @Nullable String subject, RegistrationDesk.Door door) {
        Address address = WrittenAddress.in(details.address(), "/address");
        String hash = hashes.of(address);
        RegistrationDesk.Admission admission = desk.admit(eventId, details, hash, door);
        RegistrationForm form = admission.form();
        Integer answered = details.formVersion();
        if (answered != null && answered != form.version()) {
            throw new ProblemException(
                    EventsProblem.FORM_CHANGED,
                    "The form is at version %d: read it again and answer it.".formatted(form.version()));
        }
        return new Admitted(
                admission.scene(),
                new NewRegistrant(
                        address,
                        hash,
                        subject,
                        consent(details, admission),
                        form.version(),
                        form.accept(details.answers())),
                admission.onClaim());
    }

    private static Consent consent(RegistrationDetails details, RegistrationDesk.Admission admission) {
        Consent given = details.consent();
        if (given == null) {
            Consent carried = admission.parentConsent();
            if (carried == null) {
                throw ProblemException.invalid("/consent", "missing", "is needed: nothing can be carried over");
            }
            return carried;
        }
        String wording = admission.wording();
        if (!wording.equals(given.wording())) {
            throw ProblemException.invalid(
                    "/consent/wording", "other-wording", "the wording in force is version " + wording);
        }
        return given;
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
