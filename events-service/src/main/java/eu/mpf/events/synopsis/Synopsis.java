package eu.mpf.events.synopsis;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.sql.JsonColumn;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** One edition of the report on an event. What was published is never changed: a new edition takes its place. */
@Entity
public class Synopsis {
    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    private int edition;

    @Enumerated(EnumType.STRING)
    private SynopsisStatus status;

    private String language;

    @Convert(converter = ContentColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private SynopsisContent content;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Version
    private long version;

    protected Synopsis() {}

    public Synopsis(UUID eventId, int edition, String language, SynopsisContent content, Instant createdAt) {
        this.id = Ids.next();
        this.eventId = eventId;
        this.edition = edition;
        this.status = SynopsisStatus.DRAFT;
        this.language = language;
        this.content = content;
        this.createdAt = createdAt;
    }

    /** @throws ProblemException 409 for an edition that was published */
    public void edit(SynopsisContent edited) {
        if (status == SynopsisStatus.REVIEWED) {
            become(SynopsisStatus.DRAFT);
            reviewedAt = null;
        } else if (status != SynopsisStatus.DRAFT) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE, "The edition is %s: make a new one.".formatted(status));
        }
        content = edited;
    }

    public void review(Instant at) {
        become(SynopsisStatus.REVIEWED);
        reviewedAt = at;
    }

    public void publish(Instant at) {
        become(SynopsisStatus.PUBLISHED);
        publishedAt = at;
    }

    public void supersede() {
        become(SynopsisStatus.SUPERSEDED);
    }

    private void become(SynopsisStatus next) {
        if (!status.next().contains(next)) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE, "The edition is %s and cannot become %s.".formatted(status, next));
        }
        status = next;
    }

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public int edition() {
        return edition;
    }

    public SynopsisStatus status() {
        return status;
    }

    public String language() {
        return language;
    }

    public SynopsisContent content() {
        return content;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant reviewedAt() {
        return reviewedAt;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public long version() {
        return version;
    }
}
