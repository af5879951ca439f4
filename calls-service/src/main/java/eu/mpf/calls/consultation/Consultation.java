package eu.mpf.calls.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body asked for its advice on an application until a date. */
@Entity
@Table(name = "consultation")
public class Consultation {

    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    private String body;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String consultee;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Opinion opinion;

    private @Nullable String advice;

    @Column(name = "advised_at")
    private @Nullable Instant advisedAt;

    private boolean late;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Consultation() {}

    Consultation(
            UUID id, UUID applicationId, String body, Kind kind, String consultee, LocalDate dueOn, Instant createdAt) {
        this.id = id;
        this.applicationId = applicationId;
        this.body = body;
        this.kind = kind;
        this.consultee = consultee;
        this.dueOn = dueOn;
        this.createdAt = createdAt;
    }

    /** Advice that comes late is recorded and marked as late, never refused: it binds nobody either way. */
    void advise(Opinion given, String text, Instant at, LocalDate today) {
        opinion = given;
        advice = text;
        advisedAt = at;
        late = today.isAfter(dueOn);
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public String body() {
        return body;
    }

    public Kind kind() {
        return kind;
    }

    public String consultee() {
        return consultee;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable Opinion opinion() {
        return opinion;
    }

    public @Nullable String advice() {
        return advice;
    }

    public @Nullable Instant advisedAt() {
        return advisedAt;
    }

    public boolean late() {
        return late;
    }

    public long version() {
        return version;
    }

    /** Who is asked. */
    public enum Kind {
        COMMISSION_SERVICE,
        DELEGATION,
        MEMBER_STATE,
        AGENCY
    }

    /** What it advises. */
    public enum Opinion {
        POSITIVE,
        POSITIVE_WITH_CONDITIONS,
        NEUTRAL,
        NEGATIVE
    }
}
