package eu.mpf.calls.clarification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question about a call and, once published, its answer. Who asked is known to the service alone. */
@Entity
@Table(name = "clarification")
public class Clarification {

    @Id
    private UUID id;

    @Column(name = "call_id")
    private UUID callId;

    private String question;
    private @Nullable String answer;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Version
    private long version;

    protected Clarification() {}

    Clarification(UUID id, UUID callId, String question, String askedBy, Instant askedAt) {
        this.id = id;
        this.callId = callId;
        this.question = question;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /** Answers, or corrects an earlier answer; the question may be reworded so that it does not show who asked. */
    void answer(@Nullable String rewordedQuestion, String text, Instant now) {
        if (rewordedQuestion != null) {
            question = rewordedQuestion;
        }
        answer = text;
        answeredAt = now;
    }

    /** The account that asked; nobody else learns it. */
    public String askedBy() {
        return askedBy;
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public String question() {
        return question;
    }

    public @Nullable String answer() {
        return answer;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public long version() {
        return version;
    }
}
