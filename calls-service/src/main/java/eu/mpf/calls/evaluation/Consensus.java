package eu.mpf.calls.evaluation;

import eu.mpf.calls.eligibility.Stage;
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

    Consensus(UUID applicationId, Stage stage, UUID callId) {
        this.id = new Key(applicationId, stage);
        this.callId = callId;
    }

    void agree(
            Map<String, BigDecimal> agreed,
            eu.mpf.calls.scoring.Score score,
            @Nullable String why,
            String by,
            Instant now) {
        marks = agreed;
        total = score.total();
        passes = score.passes();
        comment = why;
        agreedBy = by;
        agreedAt = now;
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
