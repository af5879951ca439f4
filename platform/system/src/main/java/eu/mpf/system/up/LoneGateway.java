package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.Reaper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The gateway before a service that is given, with the identity provider whose tokens it checks, and neither database nor
 * broker: forwarding needs none. Its JVM is set as in its container image, with the compiler that the local stack spares.
 */
public final class LoneGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** More than any load will ask: limits are counted and told, but refuse nobody. */
    private static final String NO_END = "1000000000";

    private final IdentityProvider identities;
    private final Child process;
    private final String url;

    private LoneGateway(IdentityProvider identities, Child process, String url) {
        this.identities = identities;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the packaged gateway.
     *
     * @param root the repository
     * @param scratch where logs go
     * @param base the gateway's port; others follow as in the local stack
     * @param service address of what is behind it
     */
    public static LoneGateway before(String service, Path root, Path scratch, int base, Reaper reaper) {
        var options = new Options(root, scratch, true, false, base);
        var identities = IdentityProvider.start(Part.IDENTITY_PROVIDER.port(base));
        Application gateway = new Applications(options).gateway();
        for (String name : List.of("projects", "events", "calls")) {
            gateway.settings().put("mpf.gateway.upstreams." + name, service);
        }
        gateway.settings().put("mpf.gateway.rate-limits.anonymous", NO_END);
        gateway.settings().put("mpf.gateway.rate-limits.token", NO_END);
        gateway.settings().put("mpf.messaging.enabled", "false");
        gateway.settings().put("mpf.gateway.feed.longest-retry", "1h");
        Child process = gateway.start(Home.in(scratch), reaper, gateway.production());
        gateway.awaitReady(process);
        return new LoneGateway(identities, process, Part.GATEWAY.url(base));
    }

    public String url() {
        return url;
    }

    public String tokenEndpoint() {
        return identities.tokenEndpoint();
    }

    /** Its process number. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop(PATIENCE);
        identities.stop();
    }
}
