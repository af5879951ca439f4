package eu.mpf.events.positioning;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.sql.JsonColumn;
import eu.mpf.events.sql.TextColumn;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** In a session, each grantee places the own project in one version of the typology. */
@Entity
@Table(name = "positioning_exercise")
public class Exercise {
    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "typology_version")
    private int typologyVersion;

    @Enumerated(EnumType.STRING)
    private ExerciseStatus status;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable LocalizedText outcome;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Version
    private long version;

    protected Exercise() {}

    public Exercise(UUID eventId, UUID sessionId, int typologyVersion) {
        this.id = Ids.next();
        this.eventId = eventId;
        this.sessionId = sessionId;
        this.typologyVersion = typologyVersion;
        this.status = ExerciseStatus.DRAFT;
    }

    public void open(Instant at) {
        become(ExerciseStatus.OPEN);
        openedAt = at;
    }

    /** No position is taken after this. */
    public void close(Instant at) {
        become(ExerciseStatus.CLOSED);
        closedAt = at;
    }

    /** What the room made of it. */
    public void agree(LocalizedText what) {
        become(ExerciseStatus.AGREED);
        outcome = what;
    }

    /** @throws ProblemException 409 unless positions can be taken */
    public void requireOpen() {
        if (status != ExerciseStatus.OPEN) {
            throw new ProblemException(EventsProblem.EXERCISE_NOT_OPEN, "The exercise is %s.".formatted(status));
        }
    }

    private void become(ExerciseStatus next) {
        if (!status.next().contains(next)) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE,
                    "The exercise is %s and cannot become %s.".formatted(status, next));
        }
        status = next;
    }

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public int typologyVersion() {
        return typologyVersion;
    }

    public ExerciseStatus status() {
        return status;
    }

    public @Nullable LocalizedText outcome() {
        return outcome;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public long version() {
        return version;
    }
}
