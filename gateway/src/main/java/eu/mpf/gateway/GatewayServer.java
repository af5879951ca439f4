package eu.mpf.gateway;

import eu.mpf.gateway.forward.Forwarder;
import eu.mpf.gateway.policy.AccessLog;
import eu.mpf.gateway.policy.BodyLimitPolicy;
import eu.mpf.gateway.policy.BodyLimits;
import eu.mpf.gateway.policy.Checks;
import eu.mpf.gateway.policy.CorsPolicy;
import eu.mpf.gateway.policy.DeprecationPolicy;
import eu.mpf.gateway.policy.HostPolicy;
import eu.mpf.gateway.policy.PathPolicy;
import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.policy.RequestIdPolicy;
import eu.mpf.gateway.policy.RoutePolicy;
import eu.mpf.gateway.policy.ScopePolicy;
import eu.mpf.gateway.policy.SecurityHeaders;
import eu.mpf.gateway.policy.TrustedPeers;
import eu.mpf.gateway.policy.auth.AuthenticationPolicy;
import eu.mpf.gateway.policy.ratelimit.RateLimitPolicy;
import eu.mpf.gateway.policy.resilience.UpstreamGuard;
import eu.mpf.gateway.problem.ProblemBody;
import eu.mpf.gateway.route.KeyedPosts;
import eu.mpf.gateway.route.RouteTable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The public port: every request passes the chain of policies and is then forwarded. */
public final class GatewayServer {

    /** Who was told to connect anew has done so after that time, and after none in it nobody is there. */
    private static final long NOBODY_MS = 200;

    private final Vertx vertx;
    private final GatewayConfig config;
    private final RouteTable routes;
    private final KeyedPosts keyed;
    private final Checks checks;
    private final AccessLog log;
    private final Queue<Watch> watches = new ConcurrentLinkedQueue<>();
    private final List<UpstreamGuard> guards;
    private @Nullable String deployment;

    public GatewayServer(
            Vertx vertx, GatewayConfig config, RouteTable routes, KeyedPosts keyed, Checks checks, AccessLog log) {
        this.vertx = vertx;
        this.config = config;
        this.routes = routes;
        this.keyed = keyed;
        this.checks = checks;
        this.log = log;
        this.guards = routes.upstreams().stream()
                .map(upstream ->
                        new UpstreamGuard(upstream.name(), config.gateway().breaker()))
                .toList();
    }

    /** Listens; the future holds the port. */
    public Future<Integer> start() {
        int configured = config.gateway().eventLoops();
        // a free port is found once, and only by one listener
        int loops = config.gateway().port() == 0
                ? 1
                : configured > 0 ? configured : Runtime.getRuntime().availableProcessors();
        Promise<Integer> port = Promise.promise();
        return vertx.deployVerticle(() -> listener(port), new DeploymentOptions().setInstances(loops))
                .compose(id -> {
                    deployment = id;
                    return port.future();
                });
    }

    private Listener listener(Promise<Integer> port) {
        Watch watch =
                new Watch(Deadlines.of(config.gateway().timeouts()), log, new SecurityHeaders(config.publicUrl()));
        watches.add(watch);
        return new Listener(config.gateway(), watch, new ProblemBody(config.publicUrl()), this::chain, port);
    }

    private List<Policy> chain(Vertx loop) {
        GatewayConfig.Gateway gateway = config.gateway();
        TrustedPeers trusted = new TrustedPeers(gateway.trustedProxies().orElse(List.of()));
        List<Policy> chain = new ArrayList<>(List.of(
                new RequestIdPolicy(),
                new HostPolicy(gateway.allowedHosts().orElse(Set.of())),
                new PathPolicy(),
                new RoutePolicy(routes),
                new CorsPolicy(gateway.corsOrigins().orElse(Set.of()), config.publicUrl()),
                new AuthenticationPolicy(checks.tokens(), checks.keys(), trusted),
                new ScopePolicy(),
                new RateLimitPolicy(checks.limiter(), trusted),
                new BodyLimitPolicy(BodyLimits.of(gateway.limits()))));
        if (!gateway.deprecations().isEmpty()) {
            chain.add(new DeprecationPolicy(gateway.deprecations().values()));
        }
        chain.add(new Forwarder(loop, config, routes, keyed, guards, trusted));
        return List.copyOf(chain);
    }

    private int open() {
        return watches.stream().mapToInt(Watch::open).sum();
    }

    /** Requests under way. */
    public int active() {
        return watches.stream().mapToInt(Watch::active).sum();
    }

    /**
     * Answers with {@code Connection: close} from now on, lets requests under way finish, up to the limit, and stops. Idle
     * connections are closed first, one by one, and whoever still comes after that is refused: what a client sends while
     * everything is closed at once would be cut.
     */
    public Future<Void> stop(Duration limit) {
        watches.forEach(Watch::drain);
        Promise<Void> quiet = Promise.promise();
        Deadlines deadlines = Deadlines.of(config.gateway().timeouts());
        long begin = Watch.millis();
        long[] lastSeen = {begin};
        vertx.setPeriodic(20, timer -> {
            long now = Watch.millis();
            if (active() + open() > 0) {
                lastSeen[0] = now;
            }
            long waited = now - begin;
            if (waited >= deadlines.leave()) {
                watches.forEach(Watch::refuse);
            }
            boolean left = now - lastSeen[0] >= NOBODY_MS || waited >= deadlines.leave() + deadlines.linger();
            if (active() == 0 && left || waited >= limit.toMillis()) {
                vertx.cancelTimer(timer);
                quiet.complete();
            }
        });
        return quiet.future().compose(done -> {
            String id = deployment;
            return id == null ? Future.<Void>succeededFuture() : vertx.undeploy(id);
        });
    }
}
