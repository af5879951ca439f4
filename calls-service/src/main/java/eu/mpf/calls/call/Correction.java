package eu.mpf.calls.call;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** One line of a corrigendum: where in the guidelines, what stood there, what stands there now. */
public record Correction(
        @NotBlank String section,
        @Nullable Integer page,
        @NotNull String was,
        @NotNull String is) {}
