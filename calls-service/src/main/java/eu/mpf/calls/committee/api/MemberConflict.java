package eu.mpf.calls.committee.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A member's conflict of interest on one application. */
public record MemberConflict(
        @NotNull UUID applicationId, @NotBlank String reason) {}
