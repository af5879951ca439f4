package eu.mpf.gateway.health;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks every part behind the gateway, and those of its own, how they are; all at once, and not more often than every two seconds. */
@ApplicationScoped
public class Parts {

    private static final long KEPT_NANOS = 2_000_000_000L;

    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final ServiceClient client;
    private final OwnParts own;
    private List<PartState> last = List.of();
    private long askedAt;

    Parts(RouteTable routes, GatewayConfig config, ServiceClient client, OwnParts own) {
        this.client = client;
        this.own = own;
        routes.services().forEach(service -> addresses.put(service.name(), service.at("/q/health/ready")));
        addresses.put("identity", config.identity().jwksUrl());
    }

    /** The state of each part; may take as long as the slowest may be silent (two seconds). */
    public synchronized List<PartState> states() {
        if (last.isEmpty() || System.nanoTime() - askedAt > KEPT_NANOS) {
            List<CompletableFuture<PartState>> asked = new ArrayList<>(own.ask());
            addresses.forEach((name, address) -> asked.add(ask(name, address)));
            last = asked.stream().map(CompletableFuture::join).toList();
            askedAt = System.nanoTime();
        }
        return last;
    }

    private CompletableFuture<PartState> ask(String name, URI address) {
        long start = System.nanoTime();
        return client.probe(address)
                .handle((status, failure) -> PartState.of(name, failure == null && status == 200, start));
    }
}
