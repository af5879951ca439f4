package eu.mpf.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the calls service. */
@ConfigMapping(prefix = "mpf.calls")
public interface CallsConfig {

    /** How often others are told of calls that opened or closed by the clock. Default 2 s; {@code off} for never. */
    @WithDefault("2s")
    String clockEvery();

    /** How often applicants are told of corrigenda and of what else happened to their call. Default 5 s; {@code off} for never. */
    @WithDefault("5s")
    String noticesEvery();

    /** How often saved searches are compared with the calls. Default 30 s; {@code off} for never. */
    @WithDefault("30s")
    String alertsEvery();
}
