package eu.mpf.calls.consultation;

import eu.mpf.calls.CallsProblem;
import eu.mpf.web.problem.ProblemException;
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
    private int round;
    private @Nullable String contact;

    @Column(name = "contact_hash")
    private @Nullable String contactHash;

    private String language;

    @Column(name = "reminded_at")
    private @Nullable Instant remindedAt;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Consultation() {}

    Consultation(
            UUID id,
            UUID applicationId,
            Question question,
            @Nullable String contactHash,
            int round,
            Instant createdAt) {
        this.id = id;
        this.applicationId = applicationId;
        this.body = question.body();
        this.kind = question.kind();
        this.consultee = question.consultee();
        this.dueOn = question.dueOn();
        this.contact = question.contact();
        this.contactHash = contactHash;
        this.language = question.language();
        this.round = round;
        this.createdAt = createdAt;
    }

    /** Advice that comes late is recorded and marked as late, never refused: it binds nobody either way. */
    void advise(Opinion given, String text, Instant at, LocalDate today) {
        move(ConsultationCommand.ADVISE);
        opinion = given;
        advice = text;
        advisedAt = at;
        late = today.isAfter(dueOn);
    }

    void cancel(Instant at) {
        move(ConsultationCommand.CANCEL);
        cancelledAt = at;
    }

    private void move(ConsultationCommand command) {
        ConsultationStatus status = status();
        if (status.after(command).isEmpty()) {
            throw new ProblemException(
                    CallsProblem.CONSULTATION_STATE,
                    "A consultation that is " + status + " does not allow " + command + ".");
        }
    }

    public ConsultationStatus status() {
        if (cancelledAt != null) {
            return ConsultationStatus.CANCELLED;
        }
        return advisedAt == null ? ConsultationStatus.ASKED : ConsultationStatus.ADVISED;
    }

    /** Whether the advice is late, or still missing after it was due. */
    public boolean late(LocalDate today) {
        return late || status() == ConsultationStatus.ASKED && today.isAfter(dueOn);
    }

    public int round() {
        return round;
    }

    public @Nullable Instant remindedAt() {
        return remindedAt;
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
