package eu.mpf.calls.grant.api;

import eu.mpf.calls.grant.Action;
import eu.mpf.calls.grant.Grant;
import eu.mpf.calls.grant.GrantCondition;
import eu.mpf.calls.grant.GrantStatus;
import eu.mpf.web.value.Money;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A grant; {@code projectId} once projects-service made the project. */
@Schema(name = "Grant")
public record GrantView(
        UUID id,
        @Schema(examples = "MPF-GA-000003") String reference,
        UUID applicationId,
        UUID callId,
        String callKey,
        String leadOrganisation,
        String fund,
        @Nullable String lot,
        GrantStatus status,
        Money total,
        Money euShare,
        @Schema(examples = "95.00") String rate,
        Action action,
        List<GrantCondition> conditions,
        @Nullable String reason,
        @Nullable UUID projectId,
        @Nullable String projectCode,
        Instant awardedAt,
        @Nullable Instant signedAt,
        @Nullable Instant withdrawnAt) {

    static GrantView of(Grant grant) {
        return new GrantView(
                grant.id(),
                grant.reference(),
                grant.applicationId(),
                grant.callId(),
                grant.callKey(),
                grant.organisation(),
                grant.fund(),
                grant.lot().isEmpty() ? null : grant.lot(),
                grant.status(),
                grant.total(),
                grant.euShare(),
                grant.rate().toPlainString(),
                grant.action(),
                grant.conditions(),
                grant.reason(),
                grant.projectId(),
                grant.projectCode(),
                grant.awardedAt(),
                grant.signedAt(),
                grant.withdrawnAt());
    }

    static Response answer(Grant grant) {
        return Response.ok(of(grant)).tag(Versions.etag(grant.version())).build();
    }
}
