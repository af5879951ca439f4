package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.Member;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who sits in the meeting; present unless said otherwise.
 *
 * @param member the subject of the account; short enough to stand in a path
 */
public record MemberRequest(
        @Schema(examples = "committee-1") @NotBlank @Size(max = 200)
        String member,

        @NotNull Member.Role role,
        @Nullable Boolean present) {}
