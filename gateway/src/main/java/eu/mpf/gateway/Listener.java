package eu.mpf.gateway;

import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.policy.RequestIdPolicy;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.problem.ProblemBody;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemType;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.tracing.TracingPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The public port on one event loop; Vert.x spreads connections over the loops that listen on the same port.
 *
 * <p>Only HTTP/1.1 is served: HTTP/2 in clear text is off, with prior knowledge and by upgrade, because no browser
 * speaks it and it brings traps of its own (G5, G6). TLS, and HTTP/2 with it, end at the load balancer before the gateway.
 */
final class Listener extends AbstractVerticle {

    private final GatewayConfig.Gateway config;
    private final Watch watch;
    private final ProblemBody problems;
    private final Function<Vertx, List<Policy>> chain;
    private final Promise<Integer> port;
    private List<Policy> policies = List.of();

    Listener(
            GatewayConfig.Gateway config,
            Watch watch,
            ProblemBody problems,
            Function<Vertx, List<Policy>> chain,
            Promise<Integer> port) {
        this.config = config;
        this.watch = watch;
        this.problems = problems;
        this.chain = chain;
        this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
        policies = chain.apply(vertx);
        vertx.setPeriodic(config.timeouts().sweep().toMillis(), timer -> watch.sweep());
        HttpServer server = vertx.createHttpServer(options());
        server.connectionHandler(watch::connected);
        server.invalidRequestHandler(this::refuseInvalid);
        server.requestHandler(this::handle);
        server.listen()
                .onSuccess(bound -> port.tryComplete(bound.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private HttpServerOptions options() {
        GatewayConfig.Gateway.Limits limits = config.limits();
        return new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(false)
                .setDecompressionSupported(false)
                .setHandle100ContinueAutomatically(false)
                .setMaxInitialLineLength((int) limits.requestLine().asLongValue())
                .setMaxHeaderSize((int) limits.headers().asLongValue())
                .setMaxChunkSize(65_536)
                .setAcceptBacklog(1024)
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    private void handle(HttpServerRequest request) {
        Exchange exchange = new Exchange(request, watch, policies, problems);
        watch.started(exchange);
        request.exceptionHandler(gone -> exchange.abandoned());
        request.endHandler(end -> exchange.requestHasEnded());
        request.response().exceptionHandler(gone -> exchange.abandoned());
        request.response().closeHandler(gone -> exchange.abandoned());
        int lines = lines(request);
        if (lines < 0) {
            exchange.refuse(CommonProblem.MALFORMED_REQUEST, "A header line has no name.");
        } else if (lines > config.limits().headerCount()) {
            exchange.refuse(GatewayProblem.HEADERS_TOO_LARGE, "The request has too many headers.");
        } else if (watch.refusing()) {
            request.response().headers().set(HttpHeaders.RETRY_AFTER, "2");
            exchange.refuse(CommonProblem.UNAVAILABLE, "The platform's front door is being restarted.");
        } else if (request.response().writeQueueFull()) {
            // Who asks on and on without reading waits until the earlier answers have left, or is cut.
            // Its own end is not left to the connection's: one that has ended already tells nobody any more.
            long cut = vertx.setTimer(config.timeouts().idle().toMillis(), late -> exchange.cut());
            request.response().drainHandler(drained -> {
                if (vertx.cancelTimer(cut) && !exchange.isDone()) {
                    exchange.next();
                }
            });
        } else {
            exchange.next();
        }
    }

    /** Header lines, or -1 if one has no name; the size of the map would count a repeated name once. */
    private static int lines(HttpServerRequest request) {
        int lines = 0;
        for (Map.Entry<String, String> line : request.headers()) {
            if (line.getKey().isEmpty()) {
                return -1;
            }
            lines++;
        }
        return lines;
    }

    /** What the codec itself refuses: smuggling attempts, malformed lines, headers out of bounds (G12, G14). */
    private void refuseInvalid(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        ProblemType problem = cause instanceof TooLongHttpLineException
                ? GatewayProblem.URI_TOO_LONG
                : cause instanceof TooLongHttpHeaderException || cause instanceof TooLongFrameException
                        ? GatewayProblem.HEADERS_TOO_LARGE
                        : CommonProblem.MALFORMED_REQUEST;
        String id = RequestIdPolicy.create();
        request.response().setStatusCode(problem.status());
        request.response()
                .headers()
                .set(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .set(RequestIdPolicy.HEADER, id);
        watch.protection().complete(request.response().headers());
        request.response()
                .end(problems.bytes(problem, Locale.ENGLISH, "The request is not valid HTTP/1.1.", null, id))
                .onComplete(sent -> request.connection().close());
    }
}
