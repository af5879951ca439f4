package eu.mpf.calls.review;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.letter.Letter;
import eu.mpf.web.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An applicant's request that a refusal be looked at again; one for each refusal. */
@Entity
@Table(name = "review_request")
public class ReviewRequest {

    @Id
    private UUID id;

    private String reference;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "call_id")
    private UUID callId;

    @Column(name = "letter_id")
    private UUID letterId;

    private String organisation;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status;

    private String grounds;

    @Column(name = "filed_at")
    private Instant filedAt;

    @Column(name = "filed_by")
    private String filedBy;

    @Column(name = "answer_due_at")
    private @Nullable Instant answerDueAt;

    private @Nullable String reasons;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Version
    private long version;

    protected ReviewRequest() {}

    /** @param filedBy the subject of the account */
    ReviewRequest(
            UUID id,
            String reference,
            Letter letter,
            String grounds,
            String filedBy,
            Instant now,
            @Nullable Instant answerDueAt) {
        this.id = id;
        this.reference = reference;
        this.applicationId = letter.applicationId();
        this.callId = letter.callId();
        this.letterId = letter.id();
        this.organisation = letter.organisation();
        this.status = ReviewStatus.FILED;
        this.grounds = grounds;
        this.filedBy = filedBy;
        this.filedAt = now;
        this.answerDueAt = answerDueAt;
    }

    /** @throws ProblemException 409 once it is closed */
    void close(ReviewCommand command, @Nullable String why, String by, Instant now) {
        ReviewStatus before = status;
        status = before.after(command)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.REVIEW_STATE,
                        "A request for review that is " + before + " does not allow " + command + "."));
        reasons = why;
        closedBy = by;
        closedAt = now;
    }

    /** Whether the answer is, or came, later than the call promises. */
    public boolean overdue(Instant now) {
        Instant until = closedAt == null ? now : closedAt;
        return answerDueAt != null && until.isAfter(answerDueAt);
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID callId() {
        return callId;
    }

    public UUID letterId() {
        return letterId;
    }

    public String organisation() {
        return organisation;
    }

    public ReviewStatus status() {
        return status;
    }

    public String grounds() {
        return grounds;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public @Nullable Instant answerDueAt() {
        return answerDueAt;
    }

    public @Nullable String reasons() {
        return reasons;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public long version() {
        return version;
    }
}
