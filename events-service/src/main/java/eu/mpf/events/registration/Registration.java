package eu.mpf.events.registration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.sql.JsonColumn;
import eu.mpf.web.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One person's place, or wish for one, at an event or at a follow-up session. Made by {@link SeatStatements#register}. */
@Entity
@DynamicUpdate
public class Registration {
    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "follow_up_id")
    private @Nullable UUID followUpId;

    @Column(name = "scope_id")
    private UUID scopeId;

    private long number;

    @Enumerated(EnumType.STRING)
    private AudienceCategory category;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    private String address;
    private String name;
    private @Nullable String organisation;
    private @Nullable String subject;
    private String language;

    @Convert(converter = ConsentColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Consent consent;

    @Column(name = "form_version")
    private @Nullable Integer formVersion;

    @Convert(converter = AnswersColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable Map<String, JsonNode> answers;

    private @Nullable String reason;

    @Column(name = "erased_at", insertable = false, updatable = false)
    private @Nullable Instant erasedAt;

    @Column(name = "offer_expires_at")
    private @Nullable Instant offerExpiresAt;

    @Column(name = "arrived_at")
    private @Nullable Instant arrivedAt;

    // Out of the statement unless it changed: who corrects a name must not take back a step made meanwhile.
    @Column(name = "calendar_step")
    private int calendarStep;

    @Version
    private long version;

    protected Registration() {}

    /**
     * An organiser agrees: a seat if there is one, a place in line otherwise.
     *
     * @throws ProblemException 409 for whoever waits for no decision: the line is not to be jumped
     */
    public void approve(boolean room) {
        RegistrationStatus next = room ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITLISTED;
        if (status != RegistrationStatus.PENDING) {
            throw notPossible(next);
        }
        become(next);
    }

    /** The seat that fell free goes to the first in line, and to nobody who does not stand in it. */
    public void promote() {
        if (status != RegistrationStatus.WAITLISTED) {
            throw notPossible(RegistrationStatus.CONFIRMED);
        }
        become(RegistrationStatus.CONFIRMED);
    }

    public void offer(Instant until) {
        become(RegistrationStatus.OFFERED);
        offerExpiresAt = until;
    }

    /** @throws ProblemException 409 once the offer has lapsed; exactly on time is in time */
    public void acceptOffer(Instant now) {
        if (status != RegistrationStatus.OFFERED) {
            throw notPossible(RegistrationStatus.CONFIRMED);
        }
        if (offerExpiresAt != null && now.isAfter(offerExpiresAt)) {
            throw new ProblemException(
                    EventsProblem.OFFER_LAPSED, "The offer stood until %s.".formatted(offerExpiresAt));
        }
        become(RegistrationStatus.CONFIRMED);
        offerExpiresAt = null;
    }

    public void reject(String because) {
        become(RegistrationStatus.REJECTED);
        reason = because;
    }

    public void withdraw(@Nullable String because) {
        become(RegistrationStatus.WITHDRAWN);
        reason = because;
        offerExpiresAt = null;
    }

    /**
     * Scanning the same badge twice is no fault: the second time nothing changes.
     *
     * @return whether this was the first time
     */
    public boolean checkIn(Instant at) {
        if (status == RegistrationStatus.CHECKED_IN) {
            return false;
        }
        become(RegistrationStatus.CHECKED_IN);
        arrivedAt = at;
        return true;
    }

    public void undoCheckIn() {
        if (status != RegistrationStatus.CHECKED_IN) {
            throw notPossible(RegistrationStatus.CONFIRMED);
        }
        become(RegistrationStatus.CONFIRMED);
        arrivedAt = null;
    }

    /**
     * What the registrant wrote is corrected; the consent keeps its wording and where it was given.
     *
     * @throws ProblemException 409 for whoever does not come, 400 for another wording of the consent
     */
    void correct(RegistrationCorrection by) {
        if (status == RegistrationStatus.WITHDRAWN || status == RegistrationStatus.REJECTED) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE,
                    "The registration is %s: there is nothing to correct.".formatted(status));
        }
        if (!consent.wording().equals(by.consent().wording())
                || !Objects.equals(consent.carriedFrom(), by.consent().carriedFrom())) {
            throw ProblemException.invalid("/consent/wording", "fixed", "is what was agreed to when registering");
        }
        name = by.name();
        organisation = by.organisation();
        language = by.language();
        consent = by.consent();
        answers = by.answers();
        formVersion = by.formVersion();
    }

    RegistrationCorrection correctable() {
        return new RegistrationCorrection(name, organisation, language, consent, answers, formVersion);
    }

    /** There is a seat in a session waited for. */
    void seatInSession() {
        calendarStep++;
    }

    /** Whether it belongs to nobody any more, and only counts in figures. */
    public boolean isErased() {
        return erasedAt != null;
    }

    private void become(RegistrationStatus next) {
        if (!status.next().contains(next)) {
            throw notPossible(next);
        }
        if (status.comes() != next.comes()) {
            calendarStep++;
        }
        status = next;
    }

    private ProblemException notPossible(RegistrationStatus next) {
        return new ProblemException(
                EventsProblem.STEP_NOT_POSSIBLE,
                "The registration is %s and cannot become %s.".formatted(status, next));
    }

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public @Nullable UUID followUpId() {
        return followUpId;
    }

    public UUID scopeId() {
        return scopeId;
    }

    public long number() {
        return number;
    }

    public AudienceCategory category() {
        return category;
    }

    public RegistrationStatus status() {
        return status;
    }

    public String address() {
        return address;
    }

    public String name() {
        return name;
    }

    public @Nullable String subject() {
        return subject;
    }

    public String language() {
        return language;
    }

    public @Nullable Instant arrivedAt() {
        return arrivedAt;
    }

    public @Nullable Instant offerExpiresAt() {
        return offerExpiresAt;
    }

    /** What this registrant's calendars are told beyond the event's own SEQUENCE: it never falls. */
    int calendarStep() {
        return calendarStep;
    }

    public long version() {
        return version;
    }
}
