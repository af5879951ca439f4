package eu.mpf.web.time;

import eu.mpf.web.WebConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a production system whose time could be moved. */
@ApplicationScoped
class RehearsalGuard {
    private final RehearsalConfig config;
    private final boolean development;
    private final String publicUrl;

    RehearsalGuard(RehearsalConfig config, WebConfig web, @ConfigProperty(name = "mpf.public-url") String publicUrl) {
        this.config = config;
        this.development = web.development();
        this.publicUrl = publicUrl;
    }

    void refuse(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !development) {
            check(config, publicUrl);
        }
    }

    /** @throws IllegalStateException unless this is no rehearsal, or said to be one at just this address */
    static void check(RehearsalConfig config, String publicUrl) {
        if (config.enabled() && !config.publicUrl().filter(publicUrl::equals).isPresent()) {
            throw new IllegalStateException(
                    "mpf.rehearsal.enabled lets the time of the platform be moved, which is never for"
                            + " production. If " + publicUrl
                            + " is a rehearsal, say so: mpf.rehearsal.public-url=" + publicUrl);
        }
    }
}
