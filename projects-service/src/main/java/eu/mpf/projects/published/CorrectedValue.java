package eu.mpf.projects.published;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the source really printed, in place of what was entered. The field stays: a value entered for the wrong field is
 * withdrawn.
 */
@Schema(
        examples =
                "{\"printed\":\"01/12/2021 to 30/11/2024\",\"source\":\"aima.gov.pt\",\"publishedOn\":\"2022-01-10\",\"reason\":\"The year was mistyped\"}")
public record CorrectedValue(
        @NotBlank @Size(max = 2000) String printed,
        @NotBlank @Size(max = 1000) String source,
        @Nullable LocalDate publishedOn,
        @NotBlank @Size(max = 2000) String reason) {}
