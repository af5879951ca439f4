package eu.mpf.calls.grant.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the award is taken back. */
public record WithdrawRequest(@NotBlank @Size(max = 2000) String reason) {}
