package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.form.RegistrationForm;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Registering: all who wait at once are decided together, one after the other (ADR 22). */
@ApplicationScoped
@Transactional
public class IntakeService {
    private final RegistrationDesk desk;
    private final Allocation seats;
    private final RegistrationMails mails;
    private final PersonHash hashes;
    private final Outbox outbox;
    private final AuditTrail audit;

    public IntakeService(
            RegistrationDesk desk,
            Allocation seats,
            RegistrationMails mails,
            PersonHash hashes,
            Outbox outbox,
            AuditTrail audit) {
        this.desk = desk;
        this.seats = seats;
        this.mails = mails;
        this.hashes = hashes;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Registers people in the order in which they came, each as if alone: whoever is refused changes nothing for the others.
     * Whoever comes in because their category is invited is approved by an organiser first, unless the category is that of
     * their organisation's projects: what one says of oneself is no invitation.
     */
    public void register(List<? extends Registering> people) {
        register(people, RegistrationDesk.Door.FRONT);
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
        var entry = new Entry(new RegistrationRequest(eventId, details, null, null));
        register(List.of(entry), RegistrationDesk.Door.ORGANISERS);
        return Optional.of(entry.made());
    }

    /** Finds everything that would keep {@link #register} from registering, and does nothing. */
    public void check(UUID eventId, RegistrationDetails details) {
        var request = new RegistrationRequest(eventId, details, null, null);
        RegistrationDesk.Applicant applicant = applicant(request);
        var verdict =
                desk.admit(List.of(applicant), RegistrationDesk.Door.FRONT).getFirst();
        registrant(request, applicant, verdict.orThrow());
    }

    private void register(List<? extends Registering> people, RegistrationDesk.Door door) {
        Map<Registering, Claim> claims = claims(people, door);
        if (claims.isEmpty()) {
            return;
        }
        Allocation.Round round = seats.open(claims.values());
        claims.forEach((person, claim) -> round.give(claim)
                .ifPresentOrElse(
                        made -> person.serve(() -> tell(claim, made)),
                        () -> person.refuse(SeatStatements.alreadyRegistered())));
        round.close();
    }

    /** Of whoever may register, in their order; the others are refused. */
    private Map<Registering, Claim> claims(List<? extends Registering> people, RegistrationDesk.Door door) {
        Map<Registering, RegistrationDesk.Applicant> applicants = new LinkedHashMap<>();
        people.forEach(person -> refusing(person, () -> applicants.put(person, applicant(person.request()))));
        var verdicts = desk.admit(List.copyOf(applicants.values()), door).iterator();
        Map<Registering, Claim> claims = new LinkedHashMap<>();
        applicants.forEach((person, applicant) -> {
            var verdict = verdicts.next();
            refusing(person, () -> claims.put(person, claim(person.request(), applicant, verdict.orThrow(), door)));
        });
        return claims;
    }

    /** Nothing is written yet, so a problem is this one's alone. */
    private static void refusing(Registering person, Runnable step) {
        try {
            step.run();
        } catch (ProblemException problem) {
            person.refuse(problem);
        }
    }

    private RegistrationDesk.Applicant applicant(RegistrationRequest request) {
        var address = WrittenAddress.in(request.details().address(), "/address");
        return new RegistrationDesk.Applicant(request.eventId(), request.details(), hashes.of(address));
    }

    private Claim claim(
            RegistrationRequest request,
            RegistrationDesk.Applicant applicant,
            RegistrationDesk.Admission admission,
            RegistrationDesk.Door door) {
        NewRegistrant who = registrant(request, applicant, admission);
        boolean approval = door == RegistrationDesk.Door.FRONT
                && (admission.scene().policy().needsApproval()
                        || (admission.onClaim()
                                && !desk.isOfCategory(
                                        request.organisation(),
                                        request.details().category())));
        return new Claim(Ids.next(), request.eventId(), request.details(), who, admission.scene(), approval);
    }

    private static NewRegistrant registrant(
            RegistrationRequest request, RegistrationDesk.Applicant applicant, RegistrationDesk.Admission admission) {
        RegistrationDetails details = request.details();
        RegistrationForm form = admission.form();
        Integer answered = details.formVersion();
        if (answered != null && answered != form.version()) {
            throw new ProblemException(
                    EventsProblem.FORM_CHANGED,
                    "The form is at version %d: read it again and answer it.".formatted(form.version()));
        }
        return new NewRegistrant(
                WrittenAddress.in(details.address(), "/address"),
                applicant.addressHash(),
                request.subject(),
                consent(details, admission),
                form.version(),
                form.accept(details.answers()));
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

    private Registered tell(Claim claim, Registered made) {
        if (made.status() != RegistrationStatus.PENDING) {
            outbox.publish(RegistrationFact.of(made));
        }
        audit.record("registration.create", "registration", made.id(), null, made.status(), null);
        mails.tell(
                new Recipient(
                        made.id(),
                        claim.who().address().value(),
                        claim.details().name(),
                        Locale.forLanguageTag(claim.details().languageOrDefault()),
                        made.calendarStep()),
                News.waiting(made.status(), made.position()),
                claim.scene());
        return made;
    }

    /** Somebody whom an organiser enters, and who hears of it by mail alone. */
    private static final class Entry implements Registering {
        private final RegistrationRequest request;
        private @Nullable Registered made;

        Entry(RegistrationRequest request) {
            this.request = request;
        }

        @Override
        public RegistrationRequest request() {
            return request;
        }

        @Override
        public void serve(Supplier<Registered> work) {
            made = work.get();
        }

        @Override
        public void refuse(ProblemException problem) {
            throw problem;
        }

        Registered made() {
            return Objects.requireNonNull(made, "served or refused");
        }
    }
}
