package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.Stage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was handed in, word for word, with its receipt. Written once. */
@Entity
@Immutable
@Table(name = "submission")
public class Submission {

    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Column(name = "call_edition")
    private int callEdition;

    /** Canonical JSON, whose hash the receipt signs. */
    private String content;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    private String receipt;

    protected Submission() {}

    Submission(
            UUID id,
            UUID applicationId,
            Stage stage,
            int callEdition,
            String content,
            String contentHash,
            Instant submittedAt,
            String receipt) {
        this.id = id;
        this.applicationId = applicationId;
        this.stage = stage;
        this.callEdition = callEdition;
        this.content = content;
        this.contentHash = contentHash;
        this.submittedAt = submittedAt;
        this.receipt = receipt;
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public Stage stage() {
        return stage;
    }

    public int callEdition() {
        return callEdition;
    }

    public String content() {
        return content;
    }

    public String contentHash() {
        return contentHash;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public String receipt() {
        return receipt;
    }
}
