package eu.mpf.web.setting;

import static eu.mpf.web.adjustment.AdjustmentKind.SETTING;

import eu.mpf.web.adjustment.Adjustments;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What settings are now. */
@ApplicationScoped
public class Settings {
    private final List<SettingSource> sources;
    private final Adjustments adjustments;

    Settings(@All List<SettingSource> sources, Adjustments adjustments) {
        this.sources = sources;
        this.adjustments = adjustments;
    }

    /** Its value now; ask anew each time. */
    public <T> T get(Setting<T> setting) {
        return adjustments
                .find(SETTING, setting.name())
                .flatMap(set ->
                        setting.stored(Objects.requireNonNull(set.value()).asText()))
                .orElse(setting.initial());
    }

    /** All that are declared, by name. */
    List<Setting<?>> all() {
        return sources.stream()
                .<Setting<?>>flatMap(source -> source.settings().stream())
                .sorted(Comparator.comparing(Setting::name))
                .toList();
    }

    Optional<Setting<?>> find(String name) {
        return all().stream().filter(setting -> setting.name().equals(name)).findFirst();
    }
}
