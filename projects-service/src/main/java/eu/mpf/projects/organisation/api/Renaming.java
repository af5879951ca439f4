package eu.mpf.projects.organisation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param effectiveOn the first day of the new name */
record Renaming(
        @NotBlank @Size(max = 500) String name,
        @NotNull LocalDate effectiveOn,
        @Nullable @Size(max = 2000) String reason) {}
