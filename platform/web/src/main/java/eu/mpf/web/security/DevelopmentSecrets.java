package eu.mpf.web.security;

import eu.mpf.web.WebConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Refuses to start a production system with secrets that stand in the source code. */
@ApplicationScoped
class DevelopmentSecrets {

    /** What every secret for development begins with. */
    private static final String MARK = "development-only";

    private final Config config;
    private final boolean development;

    DevelopmentSecrets(Config config, WebConfig web) {
        this.config = config;
        this.development = web.development();
    }

    void refuse(@Observes StartupEvent start) {
        List<String> left = left(config);
        if (LaunchMode.current() == LaunchMode.NORMAL && !development && !left.isEmpty()) {
            throw new IllegalStateException(
                    "These settings have values for development only: " + String.join(", ", left)
                            + ". Set them, or mpf.web.development=true where nobody else can reach it.");
        }
    }

    /** Keys whose value everybody knows. */
    static List<String> left(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith("mpf.") || key.endsWith(".password") || key.endsWith("_PASSWORD"))
                .filter(key -> config.getConfigValue(key).getValue() instanceof String value && value.startsWith(MARK))
                .distinct()
                .sorted()
                .toList();
    }
}
