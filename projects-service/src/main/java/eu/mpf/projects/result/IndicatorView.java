package eu.mpf.projects.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An indicator with what was measured of it, the latest first. */
@Schema(name = "Indicator")
public record IndicatorView(
        UUID id,
        UUID projectId,
        String code,
        LocalizedText title,
        @Nullable String unit,
        @Nullable LocalizedText method,
        @Nullable Measure baseline,
        @Nullable Measure target,

        @Nullable @Schema(description = "The latest measurement; absent if nothing was measured, which is not zero.")
        Measurement actual,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description =
                        "How much of the way from baseline to target is done, in percent; absent if one of the three is unknown or there is no way to go.",
                examples = "70.83")
        BigDecimal progress,

        List<Measurement> measurements,
        long version) {

    static IndicatorView of(Indicator indicator, List<Measurement> latestFirst) {
        IndicatorDetails d = indicator.details();
        Measurement actual = latestFirst.isEmpty() ? null : latestFirst.getFirst();
        return new IndicatorView(
                indicator.id(),
                indicator.projectId(),
                indicator.code(),
                java.util.Objects.requireNonNull(d.title()),
                d.unit(),
                d.method(),
                d.baseline(),
                d.target(),
                actual,
                progress(d.baseline(), d.target(), actual),
                latestFirst,
                indicator.version());
    }

    static @Nullable BigDecimal progress(
            @Nullable Measure baseline, @Nullable Measure target, @Nullable Measurement actual) {
        if (baseline == null || target == null || actual == null) {
            return null;
        }
        BigDecimal way = target.value().subtract(baseline.value());
        if (way.signum() == 0) {
            return null;
        }
        return actual.value()
                .subtract(baseline.value())
                .multiply(BigDecimal.valueOf(100))
                .divide(way, 2, RoundingMode.HALF_UP);
    }
}
