package eu.mpf.calls.review.api;

import eu.mpf.calls.review.ReviewStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for review in a list. */
public record ReviewSummary(
        UUID id,
        String reference,
        UUID applicationId,
        UUID callId,
        String leadOrganisation,
        ReviewStatus status,
        Instant filedAt,
        @Nullable Instant answerDueAt,
        boolean overdue) {}
