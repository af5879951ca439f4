package eu.mpf.events.question;

import eu.mpf.events.EventsProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question from the audience. Who asked it is not kept. */
@Entity
public class Question {
    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    private String text;

    @Enumerated(EnumType.STRING)
    private QuestionStatus status;

    private int votes;
    private @Nullable String answer;
    private @Nullable String reason;

    @Column(name = "carried_from_id")
    private @Nullable UUID carriedFrom;

    @Column(name = "carried_to_id")
    private @Nullable UUID carriedTo;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Version
    private long version;

    protected Question() {}

    public Question(UUID sessionId, String text, Instant askedAt) {
        this.id = Ids.next();
        this.sessionId = sessionId;
        this.text = text;
        this.status = QuestionStatus.ASKED;
        this.askedAt = askedAt;
    }

    public void approve() {
        become(QuestionStatus.APPROVED);
        reason = null;
    }

    public void reject(String because) {
        become(QuestionStatus.REJECTED);
        reason = because;
    }

    public void answer(String given, Instant at) {
        become(QuestionStatus.ANSWERED);
        answer = given;
        answeredAt = at;
    }

    /** The same question, in the session it goes on in, with its votes and its standing. */
    public Question carryOver(UUID followUpId) {
        Question continued = new Question(followUpId, text, askedAt);
        continued.status = status;
        continued.votes = votes;
        continued.carriedFrom = id;
        become(QuestionStatus.CARRIED_OVER);
        carriedTo = continued.id;
        return continued;
    }

    private void become(QuestionStatus next) {
        if (!status.next().contains(next)) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE,
                    "The question is %s and cannot become %s.".formatted(status, next));
        }
        status = next;
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public QuestionStatus status() {
        return status;
    }

    public int votes() {
        return votes;
    }

    public @Nullable UUID carriedFrom() {
        return carriedFrom;
    }

    public @Nullable UUID carriedTo() {
        return carriedTo;
    }

    public long version() {
        return version;
    }
}
