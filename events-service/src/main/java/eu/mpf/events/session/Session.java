package eu.mpf.events.session;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.EventTimes;
import eu.mpf.events.event.Shift;
import eu.mpf.events.event.WallTime;
import eu.mpf.events.sql.JsonColumn;
import eu.mpf.events.sql.StringsColumn;
import eu.mpf.events.sql.TextColumn;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A part of an event's programme, or a follow-up born from one. */
@Entity
public class Session {
    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    private String key;
    private @Nullable String block;
    private int position;

    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private LocalizedText title;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable LocalizedText summary;

    @Enumerated(EnumType.STRING)
    private EventMode mode;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "starts_local")
    private @Nullable LocalDateTime startsLocal;

    @Column(name = "ends_local")
    private @Nullable LocalDateTime endsLocal;

    @Column(name = "starts_at")
    private @Nullable Instant startsAt;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    private @Nullable Integer capacity;

    @Column(name = "call_key")
    private @Nullable String callKey;

    @Convert(converter = StringsColumn.class)
    @Column(name = "project_codes")
    @ColumnTransformer(write = JsonColumn.WRITE)
    private List<String> projectCodes;

    @Convert(converter = StringsColumn.class)
    @Column(name = "question_topics")
    @ColumnTransformer(write = JsonColumn.WRITE)
    private List<String> questionTopics;

    @Convert(converter = TextColumn.class)
    @Column(name = "feedback_note")
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable LocalizedText feedbackNote;

    @Column(name = "follow_ups_from")
    private @Nullable Integer followUpsFrom;

    @Column(name = "follow_ups_to")
    private @Nullable Integer followUpsTo;

    @Convert(converter = StringsColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private List<String> languages;

    @Convert(converter = InterpretationColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private List<Interpretation> interpretation;

    @Column(name = "parent_session_id")
    private @Nullable UUID parentId;

    @Column(name = "invited_until")
    private @Nullable Instant invitedUntil;

    @Column(name = "consent_carried")
    private boolean consentCarried;

    @Version
    private long version;

    protected Session() {}

    /** A session of the programme; {@code details} are complete, see {@link SessionDetails#within}. */
    public Session(UUID eventId, SessionDetails details) {
        this.id = Ids.next();
        this.eventId = eventId;
        this.key = details.key();
        this.status = SessionStatus.PLANNED;
        take(details);
    }

    /**
     * A session that goes on where another had to stop.
     *
     * @param invitedUntil until then only the parent's audience may register; {@code null}: everybody at once
     * @param carryConsent whether the consent given for the parent counts here as well
     */
    public Session(Session parent, SessionDetails details, @Nullable Instant invitedUntil, boolean carryConsent) {
        this(parent.eventId, details);
        this.kind = SessionKind.FOLLOW_UP;
        this.parentId = parent.id;
        this.invitedUntil = invitedUntil;
        this.consentCarried = carryConsent;
    }

    /** @throws ProblemException 400 for another key, and for a follow-up without the day it was planned for */
    public void revise(SessionDetails details) {
        Violations wrong = new Violations();
        wrong.check(key.equals(details.key()), "/key", "fixed", "cannot be changed");
        wrong.check(
                parentId == null || details.startsLocal() != null,
                "/startsLocal",
                "missing",
                "a follow-up has a day of its own: cancel it if it does not take place");
        wrong.throwIfAny();
        take(details);
    }

    /**
     * Moves along with its event. A follow-up has a day of its own and stays there, and so does what has taken place.
     *
     * @return whether anything is another time now
     */
    boolean moveBy(Shift shift) {
        String zone = shift.zone(timeZone);
        LocalDateTime starts = startsLocal == null ? null : shift.move(startsLocal, timeZone);
        LocalDateTime ends = endsLocal == null ? null : shift.move(endsLocal, timeZone);
        if (parentId != null
                || status == SessionStatus.HELD
                || (zone.equals(timeZone) && Objects.equals(starts, startsLocal) && Objects.equals(ends, endsLocal))) {
            return false;
        }
        timeZone = zone;
        startsLocal = starts;
        startsAt = instant(starts);
        // The start may have skipped an hour that was left out while the end has not.
        endsLocal = starts != null && ends != null && ends.isBefore(starts) ? starts : ends;
        endsAt = instant(endsLocal);
        return true;
    }

    /** Whether it lies within the times of the event; one without times of its own does. */
    boolean isWithin(EventTimes event) {
        return startsAt == null || event.hold(startsAt, endsAt);
    }

    /** Whether it is a part of the event that is still to come; a follow-up has a day of its own. */
    boolean isPartToCome() {
        return parentId == null && status == SessionStatus.PLANNED;
    }

    public void hold() {
        become(SessionStatus.HELD);
    }

    public void cancel() {
        become(SessionStatus.CANCELLED);
    }

    private void become(SessionStatus next) {
        if (!status.next().contains(next)) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE, "The session is %s and cannot become %s.".formatted(status, next));
        }
        status = next;
    }

    private void take(SessionDetails d) {
        block = d.block();
        position = Objects.requireNonNull(d.position());
        kind = d.kind();
        title = d.title();
        summary = d.summary();
        mode = Objects.requireNonNull(d.mode());
        timeZone = Objects.requireNonNull(d.timeZone());
        startsLocal = d.startsLocal();
        endsLocal = d.endsLocal();
        startsAt = instant(d.startsLocal());
        endsAt = instant(d.endsLocal());
        capacity = d.capacity();
        callKey = d.call();
        projectCodes = d.projects() == null ? List.of() : d.projects();
        questionTopics = d.questionTopics() == null ? List.of() : d.questionTopics();
        feedbackNote = d.feedbackNote();
        FollowUpsPlanned planned = d.followUpsPlanned();
        followUpsFrom = planned == null ? null : Integer.valueOf(planned.atLeast());
        followUpsTo = planned == null ? null : Integer.valueOf(planned.atMost());
        languages = d.languages() == null ? List.of() : d.languages();
        interpretation = d.interpretation() == null ? List.of() : d.interpretation();
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : WallTime.instant(local, ZoneId.of(timeZone));
    }

    /** The editable part, as it stands. */
    public SessionDetails details() {
        FollowUpsPlanned planned =
                followUpsFrom == null || followUpsTo == null ? null : new FollowUpsPlanned(followUpsFrom, followUpsTo);
        return new SessionDetails(
                key,
                block,
                position,
                kind,
                title,
                summary,
                mode,
                timeZone,
                startsLocal,
                endsLocal,
                capacity,
                callKey,
                projectCodes,
                questionTopics,
                feedbackNote,
                planned,
                languages,
                interpretation);
    }

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public SessionStatus status() {
        return status;
    }

    public LocalizedText title() {
        return title;
    }

    public EventMode mode() {
        return mode;
    }

    public String timeZone() {
        return timeZone;
    }

    public @Nullable Instant startsAt() {
        return startsAt;
    }

    public @Nullable Instant endsAt() {
        return endsAt;
    }

    public @Nullable LocalDateTime startsLocal() {
        return startsLocal;
    }

    public @Nullable Integer capacity() {
        return capacity;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public @Nullable Instant invitedUntil() {
        return invitedUntil;
    }

    public boolean carriesConsent() {
        return consentCarried;
    }

    public long version() {
        return version;
    }
}
