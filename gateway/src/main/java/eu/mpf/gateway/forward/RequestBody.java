package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/**
 * The body of a request on its way to the service. Never held as a whole unless it is small and of known length; then it
 * is read first, so that a slow client does not occupy a connection to the service.
 */
public final class RequestBody {

    /** Up to this length a declared body goes in one piece. */
    static final int SMALL = 65_536;

    private RequestBody() {}

    static void collect(Exchange exchange, int length, Consumer<Buffer> whole) {
        exchange.enter(Exchange.Phase.RECEIVING);
        Buffer body = Buffer.buffer(length);
        HttpServerRequest request = exchange.request();
        request.handler(chunk -> {
            body.appendBuffer(chunk);
            exchange.touch();
        });
        request.endHandler(end -> {
            exchange.requestHasEnded();
            exchange.enter(Exchange.Phase.WAITING);
            whole.accept(body);
        });
        exchange.release();
    }

    /** Pipes with back-pressure and counts; more than the limit resets the service's side and answers 413 (G9). */
    static void stream(Exchange exchange, HttpClientRequest upstream, long limit) {
        exchange.enter(Exchange.Phase.RECEIVING);
        HttpServerRequest request = exchange.request();
        long[] received = new long[1];
        request.handler(chunk -> {
            received[0] += chunk.length();
            if (exchange.isDone()) {
                return;
            }
            if (received[0] > limit) {
                exchange.refuse(CommonProblem.PAYLOAD_TOO_LARGE, "A body may have at most " + limit + " bytes.");
                return;
            }
            exchange.touch();
            upstream.write(chunk);
            if (upstream.writeQueueFull()) {
                exchange.upstreamSlow(true);
                exchange.hold();
                upstream.drainHandler(drained -> {
                    exchange.upstreamSlow(false);
                    exchange.touch();
                    exchange.release();
                });
            }
        });
        request.endHandler(end -> {
            exchange.requestHasEnded();
            if (!exchange.isDone()) {
                if (exchange.phase() == Exchange.Phase.RECEIVING) {
                    exchange.enter(Exchange.Phase.WAITING);
                }
                upstream.end();
            }
        });
        exchange.release();
    }
}
