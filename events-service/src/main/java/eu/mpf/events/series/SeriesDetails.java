package eu.mpf.events.series;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The editable part of a series.
 *
 * @param key stable and unique, never changed
 */
@Schema(name = "SeriesDetails")
public record SeriesDetails(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,79}") @Schema(examples = "MPF-EXCHANGE")
        String key,

        @NotNull @MaxLength(300) LocalizedText name,
        @Nullable @MaxLength(20_000) LocalizedText description) {}
