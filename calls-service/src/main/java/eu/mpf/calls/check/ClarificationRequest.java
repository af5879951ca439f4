package eu.mpf.calls.check;

import eu.mpf.calls.CallsProblem;
import eu.mpf.web.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A question to the applicant during the check. While it is open and not overdue, the clock of the check stands still. */
@Entity
@Table(name = "clarification_request")
public class ClarificationRequest {

    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    private String question;

    /** Codes of the check-list the question is about. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> items;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "lapsed_at")
    private @Nullable Instant lapsedAt;

    @Version
    private long version;

    protected ClarificationRequest() {}

    ClarificationRequest(
            UUID id,
            UUID applicationId,
            String question,
            List<String> items,
            String askedBy,
            Instant now,
            Instant dueAt) {
        this.id = id;
        this.applicationId = applicationId;
        this.question = question;
        this.items = items;
        this.askedBy = askedBy;
        this.askedAt = now;
        this.dueAt = dueAt;
    }

    /** An answer after the due date still counts, as long as the officer has not gone on without it. */
    void answer(@Nullable String text, Instant now) {
        move(ClarificationCommand.ANSWER);
        answer = text;
        answeredAt = now;
    }

    /** @throws ProblemException 409 before the due date */
    void lapse(Instant now) {
        move(ClarificationCommand.LAPSE);
        if (!now.isAfter(dueAt)) {
            throw new ProblemException(
                    CallsProblem.CLARIFICATION_STATE, "The applicant may answer until " + dueAt + ".");
        }
        lapsedAt = now;
    }

    private void move(ClarificationCommand command) {
        ClarificationStatus status = status();
        if (status.after(command).isEmpty()) {
            throw new ProblemException(
                    CallsProblem.CLARIFICATION_STATE,
                    "A question that is " + status + " does not allow " + command + ".");
        }
    }

    public ClarificationStatus status() {
        if (answeredAt != null) {
            return ClarificationStatus.ANSWERED;
        }
        return lapsedAt == null ? ClarificationStatus.OPEN : ClarificationStatus.LAPSED;
    }

    /** From when to when it stops the clock; nobody gains time by not answering. */
    CheckClock.Pause pause() {
        Instant end = answeredAt == null ? lapsedAt : answeredAt;
        return new CheckClock.Pause(id, askedAt, end == null || end.isAfter(dueAt) ? dueAt : end);
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public String question() {
        return question;
    }

    public List<String> items() {
        return items;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public @Nullable String answer() {
        return answer;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** Whether the answer came after the due date. */
    public boolean late() {
        return answeredAt != null && answeredAt.isAfter(dueAt);
    }
}
