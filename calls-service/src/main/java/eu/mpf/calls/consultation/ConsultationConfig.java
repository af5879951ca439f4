package eu.mpf.calls.consultation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Reminders of consultations. */
@ConfigMapping(prefix = "mpf.calls.consultation")
public interface ConsultationConfig {

    /** How many days before it is due a body is reminded, once. Default 3. */
    @WithDefault("3")
    int remindDaysBefore();

    /** How often due consultations are looked for. Default {@code 1h}; {@code off} for never. */
    @WithDefault("1h")
    String remindEvery();
}
