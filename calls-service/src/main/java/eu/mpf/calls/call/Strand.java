package eu.mpf.calls.call;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A thematic part of a call without money of its own. */
public record Strand(@NotBlank String code, @NotNull LocalizedText title) {}
