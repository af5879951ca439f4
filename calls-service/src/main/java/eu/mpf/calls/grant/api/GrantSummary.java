package eu.mpf.calls.grant.api;

import eu.mpf.calls.grant.GrantStatus;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A grant in a list. */
public record GrantSummary(
        UUID id,
        String reference,
        UUID applicationId,
        UUID callId,
        String callKey,
        String leadOrganisation,
        String fund,
        GrantStatus status,
        Money euShare,
        @Nullable String projectCode,
        Instant awardedAt) {}
