package eu.mpf.events.attendance;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.registration.CheckInCodes;
import eu.mpf.events.registration.CheckInCodes.CheckInCode;
import eu.mpf.events.registration.Registration;
import eu.mpf.events.registration.RegistrationFact;
import eu.mpf.events.registration.RegistrationRepository;
import eu.mpf.events.registration.RegistrationStatus;
import eu.mpf.events.registration.SeatStatements;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.DatabaseClock;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who came. Scanning a code twice, or from two devices at once, is one arrival. */
@ApplicationScoped
@Transactional
public class AttendanceService {
    private final RegistrationRepository registrations;
    private final SeatStatements seats;
    private final CheckInCodes codes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    public AttendanceService(
            RegistrationRepository registrations,
            SeatStatements seats,
            CheckInCodes codes,
            Outbox outbox,
            AuditTrail audit,
            DatabaseClock clock) {
        this.registrations = registrations;
        this.seats = seats;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    public void checkIn(UUID id, long expectedVersion) {
        Registration registration = registrations.get(id);
        Versions.check(expectedVersion, registration.version());
        arrive(registration, clock.now());
    }

    /**
     * By the code a registrant shows. A device that was without a connection sends its scans later: then
     * {@code arrivedAt} is when it scanned.
     *
     * @param eventId whose door it is; {@code null}: any
     * @param followUpId the follow-up whose door it is; {@code null} with {@code eventId}: the event's own
     * @throws ProblemException 400 for a code that was not made here or a time to come, 409 for another event's code, for
     *     another door's, or for somebody without a seat
     */
    public UUID checkIn(String code, @Nullable UUID eventId, @Nullable UUID followUpId, @Nullable Instant arrivedAt) {
        CheckInCode genuine = codes.read(code)
                .orElseThrow(() -> ProblemException.invalid("/code", "not-genuine", "is no check-in code of ours"));
        if (eventId != null && !eventId.equals(genuine.eventId())) {
            throw new ProblemException(EventsProblem.CHECK_IN_OTHER_EVENT, "The code is for another event.");
        }
        Instant now = clock.now();
        if (arrivedAt != null && arrivedAt.isAfter(now)) {
            throw ProblemException.invalid("/arrivedAt", "in-the-future", "has not come yet");
        }
        Registration registration = registrations
                .findByIdOptional(genuine.registrationId(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("registration", genuine.registrationId()));
        boolean anyDoor = eventId == null && followUpId == null;
        if (!anyDoor && !Objects.equals(followUpId, registration.followUpId())) {
            throw new ProblemException(
                    EventsProblem.CHECK_IN_OTHER_EVENT,
                    registration.followUpId() == null
                            ? "The code is for the event, not for its follow-up."
                            : "The code is for a follow-up of the event.");
        }
        arrive(registration, arrivedAt == null ? now : arrivedAt);
        return registration.id();
    }

    public void undoCheckIn(UUID id, long expectedVersion) {
        Registration registration = registrations.get(id);
        Versions.check(expectedVersion, registration.version());
        RegistrationStatus before = registration.status();
        registration.undoCheckIn();
        registrations.flush();
        audit.record("registration.undo-check-in", "registration", id, before, registration.status(), null);
    }

    private void arrive(Registration registration, Instant at) {
        RegistrationStatus before = registration.status();
        if (!registration.checkIn(at)) {
            return;
        }
        registrations.flush();
        outbox.publish(
                RegistrationFact.of("registration.checked-in", registration, seats.sessionsOf(registration.id())));
        audit.record("registration.check-in", "registration", registration.id(), before, registration.status(), null);
    }

    /** Reading who is expected is reading personal data: it is recorded. */
    public void recordReading(String what, UUID eventId, int people) {
        audit.record("registration." + what, "event", eventId, null, people, null);
    }
}
