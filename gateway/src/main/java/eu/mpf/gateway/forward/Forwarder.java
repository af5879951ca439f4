package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.policy.BodyLimits;
import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.policy.TrustedPeers;
import eu.mpf.gateway.policy.resilience.Bulkhead;
import eu.mpf.gateway.policy.resilience.Bulkhead.Place;
import eu.mpf.gateway.policy.resilience.UpstreamGuard;
import eu.mpf.gateway.policy.resilience.UpstreamGuard.UpstreamFailure;
import eu.mpf.gateway.route.KeyedPosts;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of the chain: sends the request to its upstream and relays the answer. One forwarder for each event loop, with
 * one client for each upstream, so that no connection is ever handed from one thread to another.
 */
public final class Forwarder implements Policy {

    private final HttpClient[] clients;
    private final UpstreamGuard[] guards;
    private final Bulkhead[] bulkheads;
    private final ForwardedHeaders forwarded;
    private final Vertx vertx;
    private final KeyedPosts keyed;
    private final BodyLimits limits;
    private final String breakerPause;

    /** @param guards by the upstreams' indexes; shared by all event loops */
    public Forwarder(
            Vertx vertx,
            GatewayConfig config,
            RouteTable routes,
            KeyedPosts keyed,
            List<UpstreamGuard> guards,
            TrustedPeers trusted) {
        GatewayConfig.Gateway gateway = config.gateway();
        this.clients = routes.upstreams().stream()
                .map(upstream -> vertx.createHttpClient(options(gateway, upstream)))
                .toArray(HttpClient[]::new);
        this.vertx = vertx;
        this.keyed = keyed;
        this.bulkheads = routes.upstreams().stream()
                .map(upstream -> new Bulkhead(places(gateway.limits())))
                .toArray(Bulkhead[]::new);
        this.guards = guards.toArray(UpstreamGuard[]::new);
        this.forwarded = new ForwardedHeaders(
                trusted,
                config.publicUrl().startsWith("https:") ? "https" : "http",
                gateway.traces().sampled());
        this.breakerPause = Long.toString(Math.max(1, gateway.breaker().pause().toSeconds()));
        this.limits = BodyLimits.of(gateway.limits());
    }

    private static int places(GatewayConfig.Gateway.Limits limits) {
        return limits.connections() + limits.waiting();
    }

    private static HttpClientOptions options(GatewayConfig.Gateway gateway, Upstream upstream) {
        return new HttpClientOptions()
                .setName(upstream.name())
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setSsl(upstream.tls())
                .setVerifyHost(true)
                .setConnectTimeout((int) gateway.timeouts().connect().toMillis())
                .setMaxPoolSize(gateway.limits().connections())
                // never reached: whoever waits has a place in the bulkhead
                .setMaxWaitQueueSize(places(gateway.limits()))
                .setKeepAlive(true)
                // below the services' own idle timeout of 60 s, so that it is the gateway that closes
                .setKeepAliveTimeout(30)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(65_536)
                // a long answer in as few pieces as the socket gives
                .setMaxChunkSize(65_536)
                .setTcpNoDelay(true)
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    @Override
    public void apply(Exchange exchange) {
        long length = exchange.bodyLength();
        if (length > 0 && length <= RequestBody.SMALL) {
            RequestBody.collect(exchange, (int) length, body -> open(exchange, length, body));
        } else {
            if (length == 0) {
                exchange.release();
            } else {
                exchange.hold();
            }
            open(exchange, length, null);
        }
    }

    private void open(Exchange exchange, long length, @Nullable Buffer body) {
        if (exchange.isDone()) {
            return;
        }
        Place place = bulkheads[upstream(exchange).index()].enter();
        if (place == null) {
            UpstreamErrors.tooBusy(exchange);
        } else {
            exchange.atEnd(place::release);
            attempt(
                    exchange,
                    place,
                    length,
                    body,
                    Retry.of(exchange.request().method(), isKeyed(exchange), length == 0, body != null));
        }
    }

    private boolean isKeyed(Exchange exchange) {
        return exchange.request().method().equals(HttpMethod.POST)
                && exchange.request().headers().contains(KeyedPosts.KEY)
                && keyed.contains(upstream(exchange).name(), exchange.path());
    }

    private static Upstream upstream(Exchange exchange) {
        return Objects.requireNonNull(exchange.route()).upstream();
    }

    private void attempt(Exchange exchange, Place place, long length, @Nullable Buffer body, Retry retry) {
        Upstream upstream = upstream(exchange);
        guards[upstream.index()]
                .attempt(() -> connect(exchange, upstream, place)
                        .compose(request -> answer(exchange, request, length, body))
                        .recover(failure -> Future.failedFuture(
                                Retry.isClientsOwn(exchange) ? failure : new UpstreamFailure(failure))))
                .onComplete(answered -> {
                    Throwable failure = answered.cause();
                    long pause = exchange.isDone() ? -1 : retry.pause(failure, answered.result());
                    if (pause >= 0) {
                        again(
                                exchange,
                                answered.result(),
                                pause,
                                () -> attempt(exchange, place, length, body, Retry.NEVER));
                    } else if (failure == null) {
                        ResponseRelay.relay(exchange, answered.result());
                    } else {
                        UpstreamErrors.answer(exchange, failure, breakerPause);
                    }
                });
    }

    /** The answer that is not wanted is read away, so that its connection can be used again. */
    private void again(Exchange exchange, @Nullable HttpClientResponse unwanted, long pause, Runnable next) {
        exchange.detach();
        if (unwanted != null) {
            unwanted.resume();
        }
        vertx.setTimer(pause, timer -> {
            if (!exchange.isDone()) {
                next.run();
            }
        });
    }

    private Future<HttpClientRequest> connect(Exchange exchange, Upstream upstream, Place place) {
        RequestOptions options = new RequestOptions()
                .setMethod(exchange.request().method())
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setSsl(upstream.tls())
                .setURI(exchange.target());
        place.hold();
        return clients[upstream.index()].request(options).onComplete(connected -> place.release());
    }

    private Future<HttpClientResponse> answer(
            Exchange exchange, HttpClientRequest upstream, long length, @Nullable Buffer body) {
        if (exchange.isDone()) {
            upstream.exceptionHandler(broken -> {}).reset();
            return Future.failedFuture("the client has left");
        }
        exchange.attach(upstream);
        MultiMap headers = upstream.headers();
        HopByHopHeaders.copyToService(exchange.request().headers(), headers);
        Compression.unmark(headers);
        forwarded.write(exchange, headers);
        // what breaks before the answer fails the future below, what breaks later ends the answer
        upstream.exceptionHandler(broken -> {});
        // the guard tells of the answer a moment later: until then nothing of it may come
        Future<HttpClientResponse> answered = upstream.response().map(HttpClientResponse::pause);
        if (body != null) {
            upstream.end(body);
        } else if (length == 0) {
            if (exchange.request().headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                headers.set(HttpHeaders.CONTENT_LENGTH, "0");
            }
            upstream.end();
        } else {
            if (length > 0) {
                headers.set(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
            } else {
                upstream.setChunked(true);
            }
            RequestBody.stream(exchange, upstream, limits.of(exchange));
        }
        return answered;
    }
}
