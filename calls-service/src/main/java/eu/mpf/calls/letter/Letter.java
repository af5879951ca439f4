package eu.mpf.calls.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A decision letter, word for word. Written once: what it tells of stands, until another letter tells otherwise. */
@Entity
@Immutable
@Table(name = "decision_letter")
public class Letter {

    @Id
    private UUID id;

    private String reference;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "call_id")
    private UUID callId;

    private String organisation;
    private int step;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    private String language;
    private String subject;
    private String body;

    @Column(name = "review_until")
    private @Nullable Instant reviewUntil;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "issued_by")
    private String issuedBy;

    private boolean mailed;

    protected Letter() {}

    Letter(UUID id, Draft draft, boolean mailed, String issuedBy) {
        this.id = id;
        this.reference = draft.reference();
        this.applicationId = draft.application().id();
        this.callId = draft.application().callId();
        this.organisation = draft.application().organisation();
        this.step = draft.application().steps().size();
        this.kind = draft.kind();
        this.language = draft.text().language();
        this.subject = draft.text().subject();
        this.body = draft.text().body();
        this.reviewUntil = draft.reviewUntil();
        this.issuedAt = draft.issuedAt();
        this.issuedBy = issuedBy;
        this.mailed = mailed;
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

    public String organisation() {
        return organisation;
    }

    /** After how many moves of the application it was written: another move, and it tells of the past. */
    public int step() {
        return step;
    }

    public LetterKind kind() {
        return kind;
    }

    public String language() {
        return language;
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    /** Until when a review may be asked for; absent where there is none. */
    public @Nullable Instant reviewUntil() {
        return reviewUntil;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** Whether an address was known to send it to. */
    public boolean mailed() {
        return mailed;
    }
}
