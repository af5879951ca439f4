package eu.mpf.gateway.health;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks every part behind the gateway how it is; all at once, and not more often than every two seconds. */
@ApplicationScoped
public class Parts {

    private static final long KEPT_NANOS = 2_000_000_000L;

    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final ServiceClient client;
    private List<PartState> last = List.of();
    private long askedAt;

    Parts(RouteTable routes, GatewayConfig config, ServiceClient client) {
        this.client = client;
        routes.services().forEach(service -> addresses.put(service.name(), service.at("/q/health/ready")));
        addresses.put("identity", config.identity().jwksUrl());
    }

    /** The state of each part; may take as long as the slowest may be silent (two seconds). */
    public synchronized List<PartState> states() {
        if (last.isEmpty() || System.nanoTime() - askedAt > KEPT_NANOS) {
            List<CompletableFuture<PartState>> asked = addresses.entrySet().stream()
                    .map(part -> ask(part.getKey(), part.getValue()))
                    .toList();
            last = asked.stream().map(CompletableFuture::join).toList();
            askedAt = System.nanoTime();
        }
        return last;
    }

    private CompletableFuture<PartState> ask(String name, URI address) {
        long start = System.nanoTime();
        return client.probe(address).handle((status, failure) -> {
            boolean up = failure == null && status == 200;
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new PartState(name, up ? PartState.State.UP : PartState.State.DOWN, millis);
        });
    }
}
