package eu.mpf.calls.application;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** A letter of support: {@code centralInstitution} tells whether a central body of that country signed it. */
public record Letter(@NotBlank String kind, @Nullable String country, boolean centralInstitution) {}
