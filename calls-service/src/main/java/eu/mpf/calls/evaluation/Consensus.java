package eu.mpf.calls.evaluation;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.scoring.Score;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The marks the evaluators agreed on; they are what is ranked. */
@Entity
@Table(name = "consensus")
public class Consensus {

    @EmbeddedId
    private Key id;

    @Column(name = "call_id")
    private UUID callId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, BigDecimal> marks;

    private @Nullable String comment;
    private BigDecimal total;
    private boolean passes;

    @Column(name = "agreed_at")
    private Instant agreedAt;

    @Column(name = "agreed_by")
    private String agreedBy;

    protected Consensus() {}

    Consensus(
            UUID applicationId,
            Stage stage,
            UUID callId,
            Map<String, BigDecimal> marks,
            Score score,
            @Nullable String comment,
            String agreedBy,
            Instant agreedAt) {
        this.id = new Key(applicationId, stage);
        this.callId = callId;
        this.marks = marks;
        this.total = score.total();
        this.passes = score.passes();
        this.comment = comment;
        this.agreedBy = agreedBy;
        this.agreedAt = agreedAt;
    }

    /** Takes over what was agreed anew. */
    void replace(Consensus newer) {
        marks = newer.marks;
        total = newer.total;
        passes = newer.passes;
        comment = newer.comment;
        agreedBy = newer.agreedBy;
        agreedAt = newer.agreedAt;
    }

    public UUID applicationId() {
        return id.applicationId();
    }

    public Stage stage() {
        return id.stage();
    }

    public Map<String, BigDecimal> marks() {
        return marks;
    }

    public @Nullable String comment() {
        return comment;
    }

    public BigDecimal total() {
        return total;
    }

    public boolean passes() {
        return passes;
    }

    public Instant agreedAt() {
        return agreedAt;
    }

    /** One per application and stage. */
    @Embeddable
    public record Key(
            @Column(name = "application_id") UUID applicationId,
            @Enumerated(EnumType.STRING) Stage stage) {}
}
