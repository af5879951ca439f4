package eu.mpf.calls.scoring;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One award criterion.
 *
 * @param maximum the most points it can give; the scale's maximum when absent
 * @param weight what its points count for in the total; 1 when absent
 * @param threshold the least points, before weighting, with which an application passes; none when absent
 */
public record Criterion(
        @Schema(examples = "relevance") @NotBlank @Pattern(regexp = "[a-z0-9-]+")
        String code,

        @NotNull LocalizedText title,
        @Nullable @PositiveOrZero BigDecimal maximum,
        @Nullable @PositiveOrZero BigDecimal weight,
        @Nullable @PositiveOrZero BigDecimal threshold) {

    BigDecimal weightOrOne() {
        return weight == null ? BigDecimal.ONE : weight;
    }
}
