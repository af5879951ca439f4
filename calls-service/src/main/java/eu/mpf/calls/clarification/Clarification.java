package eu.mpf.calls.clarification;

import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A question about a call and, once published, its answer. Who asked is known to the service alone. */
@Entity
@Table(name = "clarification")
public class Clarification {

    @Id
    private UUID id;

    @Column(name = "call_id")
    private UUID callId;

    /** In which it was asked; the call's binding one if absent. */
    private @Nullable String language;

    /** In that language. */
    private String question;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "question_text")
    private @Nullable LocalizedText questionText;

    /** In the language that is binding for it. */
    private @Nullable String answer;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "answer_text")
    private @Nullable LocalizedText answerText;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Version
    private long version;

    protected Clarification() {}

    Clarification(UUID id, UUID callId, String language, String question, String askedBy, Instant askedAt) {
        this.id = id;
        this.callId = callId;
        this.language = language;
        this.question = question;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /**
     * Answers, or corrects an earlier answer; the question may be reworded so that it does not show who asked.
     *
     * @param binding the call's binding language
     */
    void answer(String binding, Answer given, Instant now) {
        String asked = wording(binding).language();
        if (given.question() != null) {
            LocalizedText reworded = given.question().in(asked);
            language = BindingLanguage.of(asked, reworded);
            question = Objects.requireNonNull(
                    reworded.values().get(language), "the binding language is one of the text's");
            questionText = reworded;
        }
        LocalizedText text = given.answer().in(asked);
        answer = text.values().get(BindingLanguage.of(binding, text));
        answerText = text;
        answeredAt = now;
    }

    /** What it says. @param binding the call's binding language */
    public Wording wording(String binding) {
        return Wording.of(binding, language, question, questionText, answer, answerText);
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

    public boolean isAnswered() {
        return answer != null;
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
