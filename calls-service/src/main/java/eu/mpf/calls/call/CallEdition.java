package eu.mpf.calls.call;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The terms of a call as they stood from a moment on. Written once; edition 1 is what was published. */
@Entity
@Immutable
@Table(name = "call_edition")
public class CallEdition {

    @EmbeddedId
    private Key id;

    // Values are replaced, never changed: no copy of them is needed to see whether they were.
    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private CallTerms terms;

    @Column(name = "in_force_from")
    private Instant inForceFrom;

    private @Nullable String reason;

    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Correction> corrections;

    protected CallEdition() {}

    CallEdition(
            UUID callId,
            int edition,
            CallTerms terms,
            Instant inForceFrom,
            @Nullable String reason,
            List<Correction> corrections) {
        this.id = new Key(callId, edition);
        this.terms = terms;
        this.inForceFrom = inForceFrom;
        this.reason = reason;
        this.corrections = corrections;
    }

    public int edition() {
        return id.edition();
    }

    public CallTerms terms() {
        return terms;
    }

    public Instant inForceFrom() {
        return inForceFrom;
    }

    public @Nullable String reason() {
        return reason;
    }

    public List<Correction> corrections() {
        return corrections;
    }

    /** The call and the number of the edition. */
    @jakarta.persistence.Embeddable
    public record Key(@Column(name = "call_id") UUID callId, int edition) {}
}
