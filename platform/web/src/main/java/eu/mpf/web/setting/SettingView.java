package eu.mpf.web.setting;

import eu.mpf.web.adjustment.Adjustment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A setting as administrators see it.
 *
 * @param value what holds now
 * @param initial what holds when it is set back
 * @param set whether somebody has set it
 */
@Schema(name = "Setting", description = "A feature that can be switched or tuned while the platform runs.")
public record SettingView(
        String name,
        String description,
        Setting.Type type,
        String value,
        String initial,
        boolean set,
        @Nullable String minimum,
        @Nullable String maximum,
        List<String> choices,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    static SettingView of(Setting<?> setting, Optional<Adjustment> adjustment) {
        var value = adjustment.map(Adjustment::value);
        return new SettingView(
                setting.name(),
                setting.description(),
                setting.type(),
                value.map(set -> set.asText()).orElse(setting.initial().toString()),
                setting.initial().toString(),
                value.isPresent(),
                setting.minimum() == null ? null : Objects.toString(setting.minimum()),
                setting.maximum() == null ? null : Objects.toString(setting.maximum()),
                setting.choices(),
                adjustment.map(Adjustment::changedAt).orElse(null),
                adjustment.map(Adjustment::changedBy).orElse(null));
    }
}
