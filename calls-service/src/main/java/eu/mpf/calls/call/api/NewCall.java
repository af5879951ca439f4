package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call to be drafted. The key may hold slashes and hyphens; it is data and never part of a path. */
public record NewCall(
        @Schema(examples = "MPF-2023-BORDERS-SECURITY")
        @NotBlank
        @Size(max = 120)
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ._/-]*")
        String key,

        @NotNull @Valid CallTerms terms) {}
