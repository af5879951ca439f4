package eu.mpf.projects.result;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator says, as people edit it. The title is demanded by the aggregate: this is also the shape of a patch.
 *
 * @param unit what is counted, for example {@code officers trained} or {@code %}
 */
@Schema(name = "IndicatorDetails")
public record IndicatorDetails(
        @Nullable LocalizedText title,
        @Nullable @Size(min = 1, max = 100) String unit,

        @Nullable @Schema(description = "How it is measured, and from which source.")
        LocalizedText method,

        @Nullable @Valid @Schema(description = "Where it stood at the start; absent if nobody knows.")
        Measure baseline,

        @Nullable @Valid @Schema(description = "Where it should get.")
        Measure target) {}
