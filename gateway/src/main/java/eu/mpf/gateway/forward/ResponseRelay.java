package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.Varying;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.route.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** The service's answer on its way to the client: a small one in one write, a longer one piped with back-pressure. */
final class ResponseRelay {

    private ResponseRelay() {}

    static void relay(Exchange exchange, HttpClientResponse from) {
        if (exchange.isDone()) {
            return;
        }
        if (from.statusCode() < 200) {
            exchange.refuse(GatewayProblem.BAD_GATEWAY, "The service answered with an unexpected interim status.");
            return;
        }
        exchange.enter(Exchange.Phase.ANSWERING);
        HttpServerResponse to = exchange.response();
        to.setStatusCode(from.statusCode());
        copyHeaders(exchange, from, to.headers());
        from.exceptionHandler(broken -> brokenOff(exchange));
        String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (isWithoutBody(exchange, from)) {
            Compression.remark(exchange);
            from.endHandler(end -> finish(exchange, null));
        } else {
            relayBody(exchange, from, length);
        }
        from.resume();
    }

    private static void relayBody(Exchange exchange, HttpClientResponse from, @Nullable String length) {
        Route route = exchange.route();
        Compression gzip = route != null && route.stream() ? null : Compression.begin(exchange, from, length);
        if (length != null && length.length() <= 5 && Integer.parseInt(length) <= RequestBody.SMALL) {
            collect(exchange, from, Integer.parseInt(length), gzip);
        } else {
            stream(exchange, from, gzip == null ? length : null, gzip);
        }
    }

    private static void copyHeaders(Exchange exchange, HttpClientResponse from, MultiMap to) {
        HopByHopHeaders.copyToClient(from.headers(), to);
        Varying.settle(to);
        exchange.relays(from.headers());
        exchange.protect();
        Route route = exchange.route();
        if (route != null && route.stream()) {
            to.set("X-Accel-Buffering", "no");
        }
    }

    private static boolean isWithoutBody(Exchange exchange, HttpClientResponse from) {
        return exchange.request().method().equals(HttpMethod.HEAD)
                || from.statusCode() == 204
                || from.statusCode() == 304;
    }

    private static void collect(Exchange exchange, HttpClientResponse from, int length, @Nullable Compression gzip) {
        Buffer[] body = new Buffer[1];
        from.handler(chunk -> {
            if (body[0] == null) {
                body[0] = chunk;
            } else {
                // Vert.x's chunks are views of what was read: append to a buffer of our own
                body[0] = Buffer.buffer(length).appendBuffer(body[0]).appendBuffer(chunk);
            }
        });
        from.endHandler(end -> finish(exchange, gzip == null ? body[0] : compressed(gzip, body[0])));
    }

    private static Buffer compressed(Compression gzip, @Nullable Buffer body) {
        Buffer first = body == null ? Buffer.buffer() : gzip.add(body);
        return first.appendBuffer(gzip.end());
    }

    private static void stream(
            Exchange exchange, HttpClientResponse from, @Nullable String length, @Nullable Compression gzip) {
        HttpServerResponse to = exchange.response();
        if (length == null) {
            to.setChunked(true);
        }
        exchange.announceClose();
        from.handler(chunk -> {
            if (exchange.isDone()) {
                return;
            }
            exchange.touch();
            Buffer piece = gzip == null ? chunk : gzip.add(chunk);
            if (piece.length() > 0) {
                to.write(piece);
            }
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> {
                    exchange.touch();
                    from.resume();
                });
            }
        });
        from.endHandler(end -> finish(exchange, gzip == null ? null : gzip.end()));
    }

    private static void finish(Exchange exchange, @Nullable Buffer body) {
        if (exchange.isDone()) {
            return;
        }
        HttpServerResponse to = exchange.response();
        if (exchange.requestEnded()) {
            exchange.detach();
        }
        if (!to.headWritten()) {
            exchange.announceClose();
        }
        if (body == null) {
            to.end();
        } else {
            to.end(body);
        }
        exchange.complete();
    }

    private static void brokenOff(Exchange exchange) {
        if (exchange.response().headWritten()) {
            exchange.cut();
        } else {
            exchange.refuse(GatewayProblem.BAD_GATEWAY, "The service broke off its answer.");
        }
    }
}
