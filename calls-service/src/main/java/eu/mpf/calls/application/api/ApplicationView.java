package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationStatus;
import eu.mpf.calls.application.Content;
import eu.mpf.calls.application.Partner;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application as the caller may see it.
 *
 * @param sealed handed in and not to be opened before the deadline: the content is then absent
 * @param status where it stands; for its applicant, as far as a letter told
 * @param publicStatus what its applicant was told, for those who see more
 * @param callEdition the edition of the call in force when it was handed in
 */
@Schema(name = "Application")
public record ApplicationView(
        UUID id,
        @Schema(examples = "APP-000017") String reference,
        UUID callId,
        String callKey,
        String leadOrganisation,
        ApplicationStatus status,
        ApplicationStatus publicStatus,
        boolean sealed,
        @Nullable Content content,
        @Nullable Money total,
        List<Partner> partners,
        @Nullable Integer callEdition,
        @Nullable Instant submittedAt,
        Instant createdAt,
        Instant updatedAt) {

    static ApplicationView of(Application application, boolean sealed, boolean own) {
        return new ApplicationView(
                application.id(),
                application.reference(),
                application.callId(),
                application.callKey(),
                application.organisation(),
                own ? application.publicStatus() : application.status(),
                application.publicStatus(),
                sealed,
                sealed ? null : application.content(),
                sealed ? null : application.content().total().orElse(null),
                sealed ? List.of() : application.partners(),
                application.callEdition(),
                application.submittedAt(),
                application.createdAt(),
                application.updatedAt());
    }
}
