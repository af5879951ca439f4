package eu.mpf.calls.application.api;

import eu.mpf.calls.application.ApplicationStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application in a list. */
public record ApplicationSummary(
        UUID id,
        String reference,
        UUID callId,
        String callKey,
        String leadOrganisation,
        ApplicationStatus status,
        @Nullable String fund,
        @Nullable Instant submittedAt,
        Instant updatedAt) {}
