package eu.mpf.calls.call;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A part of a fund with an envelope of its own. */
public record Lot(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9-]+") String code,
        @NotNull LocalizedText title,
        @NotNull @Valid Money envelope) {}
