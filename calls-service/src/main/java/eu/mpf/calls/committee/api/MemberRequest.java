package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.Member;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who sits in the meeting; present unless said otherwise. */
public record MemberRequest(
        @Schema(examples = "committee-1") @NotBlank String member,
        @NotNull Member.Role role,
        @Nullable Boolean present) {}
