package eu.mpf.events.event;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.sql.JsonColumn;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A day, or several, on which the facility brings people together. */
@Entity
public class Event {
    @Id
    private UUID id;

    private String key;

    @Column(name = "series_key")
    private @Nullable String seriesKey;

    @Enumerated(EnumType.STRING)
    private EventStatus status;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private LocalizedText title;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable LocalizedText summary;

    @Enumerated(EnumType.STRING)
    private EventMode mode;

    private @Nullable String place;
    private @Nullable String country;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "starts_local")
    private LocalDateTime startsLocal;

    @Column(name = "ends_local")
    private LocalDateTime endsLocal;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "day_confirmed")
    private boolean dayConfirmed;

    @Convert(converter = CategoriesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private List<AudienceCategory> audience;

    @Convert(converter = BlocksColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private List<Block> blocks;

    private @Nullable Integer capacity;

    @Column(name = "never_public")
    private boolean neverPublic;

    @Convert(converter = LimitsColumn.class)
    @Column(name = "category_limits")
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Map<AudienceCategory, Integer> categoryLimits;

    @Convert(converter = PolicyColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private RegistrationPolicy policy;

    @Column(name = "binding_language")
    private @Nullable String bindingLanguage;

    @Version
    private long version;

    protected Event() {}

    /** A new event, as a draft. */
    public Event(EventDetails details) {
        this.id = Ids.next();
        this.key = details.key();
        this.seriesKey = details.series();
        this.status = EventStatus.DRAFT;
        take(details);
        move(details.times());
    }

    /** @throws ProblemException 409 for other times once the event is public: people have to be told, see {@link #reschedule} */
    public void revise(EventDetails details) {
        Violations fixed = new Violations();
        fixed.check(key.equals(details.key()), "/key", "fixed", "cannot be changed");
        fixed.check(Objects.equals(seriesKey, details.series()), "/series", "fixed", "cannot be changed");
        fixed.throwIfAny();
        boolean moved = !details.times().equals(times());
        if (moved && status != EventStatus.DRAFT) {
            throw new ProblemException(EventsProblem.USE_RESCHEDULE, "The event is public: move it with :reschedule.");
        }
        take(details);
        move(details.times());
    }

    public void publish() {
        become(EventStatus.PUBLISHED);
    }

    /** @throws ProblemException 409 unless the event is published and still to come */
    public void reschedule(EventTimes times, boolean confirmed) {
        if (status != EventStatus.PUBLISHED) {
            throw notPossible("rescheduled");
        }
        move(times);
        dayConfirmed = confirmed;
    }

    /** A draft that is cancelled stays hidden: nobody outside has heard of it. */
    public void cancel() {
        boolean draft = status == EventStatus.DRAFT;
        become(EventStatus.CANCELLED);
        neverPublic = draft;
    }

    public void hold() {
        become(EventStatus.HELD);
    }

    /** A synopsis is out. Later editions change nothing here. */
    public void report() {
        if (status != EventStatus.REPORTED) {
            become(EventStatus.REPORTED);
        }
    }

    private void become(EventStatus next) {
        if (!status.next().contains(next)) {
            throw notPossible(next.name());
        }
        status = next;
    }

    private ProblemException notPossible(String what) {
        return new ProblemException(
                EventsProblem.STEP_NOT_POSSIBLE, "The event is %s and cannot become %s.".formatted(status, what));
    }

    private void take(EventDetails details) {
        title = details.title();
        summary = details.summary();
        mode = details.mode();
        place = details.place();
        country = details.country();
        dayConfirmed = Boolean.TRUE.equals(details.dayConfirmed());
        audience = details.audience();
        blocks = details.blocks();
        capacity = details.capacity();
        categoryLimits = details.categoryLimits();
        policy = details.registration();
        bindingLanguage = details.bindingLanguage();
    }

    private void move(EventTimes times) {
        timeZone = times.timeZone();
        startsLocal = times.startsLocal();
        endsLocal = times.endsLocal();
        startsAt = times.startsAt();
        endsAt = times.endsAt();
    }

    /** The editable part, as it stands. */
    public EventDetails details() {
        return new EventDetails(
                key,
                seriesKey,
                title,
                summary,
                mode,
                place,
                country,
                timeZone,
                startsLocal,
                endsLocal,
                dayConfirmed,
                audience,
                blocks,
                capacity,
                categoryLimits,
                policy,
                bindingLanguage);
    }

    public EventTimes times() {
        return new EventTimes(timeZone, startsLocal, endsLocal, startsAt, endsAt);
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public @Nullable String seriesKey() {
        return seriesKey;
    }

    public EventStatus status() {
        return status;
    }

    /** Whether anybody may see it; {@link Publicity} is the same in SQL. */
    public boolean isPublic() {
        return status != EventStatus.DRAFT && !neverPublic;
    }

    public RegistrationPolicy policy() {
        return policy;
    }

    public long version() {
        return version;
    }
}
