package eu.mpf.projects.organisation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param duplicate code of the record to give up
 * @param survivor code of the record that stays
 */
record Merger(
        @NotBlank @Size(max = 60) String duplicate,
        @NotBlank @Size(max = 60) String survivor,
        @NotBlank @Size(max = 2000) String reason) {}
