package eu.mpf.projects.result;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewIndicator",
        examples =
                "{\"code\":\"officers-trained\",\"title\":{\"en\":\"Border police officers trained\"},\"unit\":\"officers\",\"baseline\":{\"value\":\"0\",\"on\":\"2022-01-01\"},\"target\":{\"value\":\"120\",\"on\":\"2024-12-31\"}}")
public record NewIndicator(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}") @Schema(description = "Unique in its project.")
        String code,

        @NotNull LocalizedText title,
        @Nullable @Size(min = 1, max = 100) String unit,
        @Nullable LocalizedText method,
        @Nullable @Valid Measure baseline,
        @Nullable @Valid Measure target) {

    IndicatorDetails details() {
        return new IndicatorDetails(title, unit, method, baseline, target);
    }
}
