package eu.mpf.events.material;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.sql.JsonColumn;
import eu.mpf.events.sql.TextColumn;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A file of a session, and whether the public may have it. */
@Entity
public class Material {
    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "contribution_id")
    private @Nullable UUID contributionId;

    @Enumerated(EnumType.STRING)
    private MaterialKind kind;

    @Convert(converter = TextColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private LocalizedText title;

    @Column(name = "embargo_until")
    private @Nullable Instant embargoUntil;

    @Enumerated(EnumType.STRING)
    private PublicationConsent consent;

    @Column(name = "consent_at")
    private @Nullable Instant consentAt;

    @Column(name = "file_id")
    private UUID fileId;

    @Version
    private long version;

    protected Material() {}

    public Material(UUID sessionId, MaterialDetails details, UUID fileId, Instant now) {
        this.id = Ids.next();
        this.sessionId = sessionId;
        this.fileId = fileId;
        this.consent = PublicationConsent.ASKED;
        this.kind = details.kind();
        this.title = details.title();
        revise(details, now);
    }

    /** @throws ProblemException 409 for a consent that cannot follow the one recorded */
    public void revise(MaterialDetails details, Instant now) {
        if (details.consent() != consent) {
            if (!consent.next().contains(details.consent())) {
                throw new ProblemException(
                        EventsProblem.STEP_NOT_POSSIBLE,
                        "Consent was %s and cannot become %s.".formatted(consent, details.consent()));
            }
            consent = details.consent();
            consentAt = now;
        }
        contributionId = details.contributionId();
        kind = details.kind();
        title = details.title();
        embargoUntil = details.embargoUntil();
    }

    /** Another version of the same thing; consent was given for what was there before, so it is asked again. */
    public void replace(UUID newFileId) {
        fileId = newFileId;
        consent = PublicationConsent.ASKED;
        consentAt = null;
    }

    public MaterialDetails details() {
        return new MaterialDetails(title, kind, contributionId, embargoUntil, consent);
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID fileId() {
        return fileId;
    }

    public long version() {
        return version;
    }
}
