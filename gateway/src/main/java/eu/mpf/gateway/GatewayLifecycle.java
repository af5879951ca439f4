package eu.mpf.gateway;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import eu.mpf.gateway.health.RequestMetrics;
import eu.mpf.gateway.identity.KeyTokens;
import eu.mpf.gateway.identity.SigningKeys;
import eu.mpf.gateway.partner.ApiKeyTable;
import eu.mpf.gateway.policy.AccessLog;
import eu.mpf.gateway.policy.Checks;
import eu.mpf.gateway.policy.auth.ApiKeyChecks;
import eu.mpf.gateway.policy.auth.TokenChecks;
import eu.mpf.gateway.policy.auth.TokenVerifier;
import eu.mpf.gateway.policy.ratelimit.RateLimiter;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.problem.ProblemBody;
import eu.mpf.gateway.route.KeyedPosts;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.span.SpanExport;
import eu.mpf.web.problem.ProblemCatalogue;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds the public port from the configuration, opens it at start and drains it at shutdown. */
@ApplicationScoped
public class GatewayLifecycle {

    private static final Logger LOG = Logger.getLogger(GatewayLifecycle.class);
    private static final Logger ACCESS = Logger.getLogger("eu.mpf.gateway.access");

    private final Vertx vertx;
    private final GatewayConfig config;
    private @Nullable GatewayServer server;
    private @Nullable AccessLog log;
    private Optional<SpanExport> spans = Optional.empty();
    private volatile int port;

    GatewayLifecycle(Vertx vertx, GatewayConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    @Produces
    @Singleton
    RouteTable routes() {
        return new RouteTable(config.gateway());
    }

    @Produces
    @Singleton
    KeyedPosts keyedPosts() {
        return new KeyedPosts();
    }

    @Produces
    @Singleton
    TokenChecks tokens(SigningKeys signing) {
        var own = new ImmutableJWKSet<SecurityContext>(new JWKSet(signing.own()));
        return new TokenChecks(
                new TokenVerifier(config.identity()),
                new TokenVerifier(config.identity(), own),
                config,
                Clock.systemUTC());
    }

    @Produces
    @Singleton
    ApiKeyChecks keys(ApiKeyTable table, KeyTokens minter) {
        return new ApiKeyChecks(
                table::find, minter, Clock.systemUTC(), config.gateway().keys().fresh());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RateLimiter limiter() {
        return new RateLimiter(config.gateway().rateLimits());
    }

    @Produces
    @Singleton
    ProblemCatalogue.Part catalogue() {
        return ProblemCatalogue.Part.of(GatewayProblem.values());
    }

    @Produces
    @Singleton
    ProblemBody problems() {
        return new ProblemBody(config.publicUrl());
    }

    void start(
            @Observes StartupEvent event,
            RouteTable routes,
            KeyedPosts keyed,
            TokenChecks tokens,
            ApiKeyChecks keys,
            RateLimiter limiter,
            RequestMetrics metrics) {
        Optional<SpanExport> export = config.gateway().traces().endpoint().map(SpanExport::new);
        spans = export;
        AccessLog writer = new AccessLog(finished -> {
            metrics.count(finished);
            export.ifPresent(each -> each.add(finished));
            if (ACCESS.isInfoEnabled()) {
                ACCESS.info(finished.line());
            }
        });
        GatewayServer opened =
                new GatewayServer(vertx, config, routes, keyed, new Checks(tokens, keys, limiter), writer);
        log = writer;
        server = opened;
        port = await(opened);
        metrics.watch(opened, writer);
        export.ifPresent(metrics::watch);
        LOG.infof(
                "The platform answers at %s (port %d, %s transport)",
                config.publicUrl(), port, vertx.isNativeTransportEnabled() ? "native" : "portable");
    }

    private static int await(GatewayServer opened) {
        try {
            return opened.start().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The public port cannot be opened: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The public port did not open in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The public port, 0 until it is open. */
    public int port() {
        return port;
    }

    /** First of all: when {@link ShutdownEvent} is told, the inner port is closed, and what goes there has broken off. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        drain();
    }

    private void drain() {
        GatewayServer opened = server;
        server = null;
        if (opened == null) {
            return;
        }
        port = 0;
        long limit = config.gateway().timeouts().drain().toMillis();
        try {
            opened.stop(config.gateway().timeouts().drain())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(limit + 2_000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The public port did not close in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent event, TokenChecks tokens, ApiKeyChecks keys) {
        drain();
        tokens.close();
        keys.close();
        if (log != null) {
            log.close();
        }
        spans.ifPresent(SpanExport::close);
    }
}
