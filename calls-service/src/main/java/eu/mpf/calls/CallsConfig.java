package eu.mpf.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the calls service. */
@ConfigMapping(prefix = "mpf.calls")
public interface CallsConfig {

    /** How often others are told of calls that opened or closed by the clock. Default 2 s; {@code off} for never. */
    @WithDefault("2s")
    String clockEvery();

    /**
     * How long a request to hand in may wait in this service without that counting against it; the clock's closing of a call
     * is told so long after the deadline. Default 10 s.
     */
    @WithDefault("10s")
    Duration arrivalGrace();

    /** How often applicants are told of corrigenda and of what else happened to their call. Default 5 s; {@code off} for never. */
    @WithDefault("5s")
    String noticesEvery();

    /** How often the next letters of batches are written. Default 2 s; {@code off} for never. */
    @WithDefault("2s")
    String lettersEvery();

    /** How often saved searches are compared with the calls. Default 30 s; {@code off} for never. */
    @WithDefault("30s")
    String alertsEvery();
}
