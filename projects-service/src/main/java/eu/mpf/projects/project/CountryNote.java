package eu.mpf.projects.project;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What has to be known about one country of a project, for example that nothing took place there after all.
 */
public record CountryNote(
        @NotBlank @Size(max = 60) String country, @NotNull LocalizedText note) {}
