package eu.mpf.calls.grant.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why the award is taken back.
 *
 * @param redress how the applicant can challenge it; as the decision or the call says when absent
 */
public record WithdrawRequest(
        @NotBlank @Size(max = 2000) String reason,
        @Nullable @Size(max = 4000) String redress) {}
