package eu.mpf.web.time;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whether this platform is one for rehearsals. The same on all instances of all applications. */
@ConfigMapping(prefix = "mpf.rehearsal")
public interface RehearsalConfig {

    /** Whether administrators may move the time of this platform. Default {@code false}. Never in production. */
    boolean enabled();

    /**
     * Outside of development, {@code mpf.public-url} of the rehearsal, once more: an application with settings that were
     * copied from a rehearsal to another address does not start. No default.
     */
    Optional<String> publicUrl();

    /** How often it is looked for what was set on other instances, for jobs; requests always look. Default {@code 1s}. */
    String followEvery();
}
