package eu.mpf.projects.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The call, application and award that a project came from. */
@Embeddable
public record Origin(
        @Nullable @Column(name = "grant_id") UUID grantId,
        @Nullable @Column(name = "application_id") String applicationId,
        @Nullable @Column(name = "call_id") String callId,
        @Nullable @Column(name = "call_key") String callKey) {

    /** Registered by hand. */
    static final Origin NONE = new Origin(null, null, null, null);
}
