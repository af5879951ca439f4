package eu.mpf.gateway.partner;

import eu.mpf.gateway.policy.auth.ApiKeyChecks;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Writes down when keys were last used: in one statement now and then, not with every request. */
@ApplicationScoped
public class KeyUses {

    private final ApiKeyChecks checks;
    private final ApiKeyTable keys;

    KeyUses(ApiKeyChecks checks, ApiKeyTable keys) {
        this.checks = checks;
        this.keys = keys;
    }

    @Scheduled(identity = "note-key-uses", every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void write() {
        Map<UUID, Instant> uses = checks.takeUses();
        if (!uses.isEmpty()) {
            keys.used(uses);
        }
    }
}
