package eu.mpf.projects.published;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A value to keep as printed.
 *
 * @param current whether it is the one that holds; the one that held before then no longer does
 */
@Schema(
        examples =
                "{\"field\":\"SHARE\",\"printed\":\"94,97% from AMIF\",\"source\":\"facility project page 30\",\"current\":true}")
public record NewPublishedValue(
        @NotNull PublishedField field,
        @NotBlank @Size(max = 2000) String printed,
        @NotBlank @Size(max = 1000) String source,
        @Nullable LocalDate publishedOn,
        @Nullable @Schema(defaultValue = "false") Boolean current) {}
