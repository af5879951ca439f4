package eu.mpf.gateway.kit;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.GatewayServer;
import eu.mpf.gateway.policy.AccessLog;
import eu.mpf.gateway.policy.AccessRecord;
import eu.mpf.gateway.policy.Checks;
import eu.mpf.gateway.policy.auth.ApiKeyChecks;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.gateway.policy.auth.KeyRecord;
import eu.mpf.gateway.policy.auth.TokenChecks;
import eu.mpf.gateway.policy.auth.TokenVerifier;
import eu.mpf.gateway.policy.ratelimit.RateLimiter;
import eu.mpf.gateway.route.KeyedPosts;
import eu.mpf.gateway.route.RouteTable;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The gateway's public port without Quarkus around it, before one upstream for everything. */
public final class RunningGateway implements Closeable {

    public final int port;
    public final GatewayServer server;
    public final Queue<AccessRecord> log = new ConcurrentLinkedQueue<>();
    private final Vertx vertx = Vertx.vertx();
    private final TokenChecks tokens;
    private final ApiKeyChecks keys;
    public final RateLimiter limiter;
    public final KeyedPosts keyed = new KeyedPosts();
    private final AccessLog accessLog = new AccessLog(log::add);

    /** Starts with short timeouts; settings are pairs of key (after {@code mpf.}) and value. */
    public RunningGateway(int upstreamPort, Issuer issuer, String... settings) {
        this(upstreamPort, issuer, prefix -> Optional.empty(), settings);
    }

    /** With API keys from the given place. */
    public RunningGateway(int upstreamPort, Issuer issuer, ApiKeyChecks.Source source, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "mpf.identity.issuer", issuer.url(),
                "mpf.identity.jwks-url", issuer.jwksUrl(),
                "mpf.identity.key-refresh", "50ms",
                "mpf.gateway.port", "0",
                "mpf.gateway.inner-url", "http://127.0.0.1:" + upstreamPort,
                "mpf.gateway.upstreams.projects", "http://127.0.0.1:" + upstreamPort,
                "mpf.gateway.routes.projects", "/v1/projects,/v1/audit/projects",
                "mpf.gateway.streams.projects", "/v1/stream",
                "mpf.gateway.timeouts.sweep", "50ms",
                "mpf.gateway.timeouts.drain", "3s"));
        all.put("mpf.gateway.rate-limits.anonymous", "100000");
        all.put("mpf.gateway.rate-limits.token", "100000");
        for (int i = 0; i < settings.length; i += 2) {
            all.put("mpf." + settings[i], settings[i + 1]);
        }
        GatewayConfig config = config(all);
        tokens = new TokenChecks(new TokenVerifier(config.identity()), config, Clock.systemUTC());
        keys = new ApiKeyChecks(
                source,
                key -> new ApiKeyChecks.Minted("token-for-" + key.clientName(), caller(key)),
                Clock.systemUTC(),
                config.gateway().keys().fresh());
        limiter = new RateLimiter(config.gateway().rateLimits());
        server = new GatewayServer(
                vertx, config, new RouteTable(config.gateway()), keyed, new Checks(tokens, keys, limiter), accessLog);
        port = await(server.start());
    }

    private static Caller caller(KeyRecord key) {
        return new Caller(
                "client:" + key.clientId(),
                key.clientName(),
                Set.copyOf(key.roles()),
                key.organisation(),
                key.scopes(),
                Instant.now().plusSeconds(300),
                key.clientId(),
                key.rateLimit());
    }

    public static GatewayConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(GatewayConfig.class);
    }

    public static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        tokens.close();
        keys.close();
        accessLog.close();
        await(vertx.close());
    }
}
