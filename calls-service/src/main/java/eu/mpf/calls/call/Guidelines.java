package eu.mpf.calls.call;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** The document applicants follow. */
public record Guidelines(@NotBlank String label, @Nullable String url) {}
