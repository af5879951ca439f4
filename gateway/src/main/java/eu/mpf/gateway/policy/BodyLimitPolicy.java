package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.http.HttpHeaders;

/**
 * Refuses a body that is declared too large, and asks for the body of a client that waits for a go-ahead.
 * Bodies without a declared length are counted while they stream, by the forwarder (G9).
 */
public final class BodyLimitPolicy implements Policy {

    private final BodyLimits limits;

    public BodyLimitPolicy(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    public void apply(Exchange exchange) {
        long limit = limits.of(exchange);
        if (exchange.bodyLength() > limit) {
            exchange.refuse(CommonProblem.PAYLOAD_TOO_LARGE, "A body may have at most " + limit + " bytes.");
            return;
        }
        String expected = exchange.request().getHeader(HttpHeaders.EXPECT);
        if (expected != null && expected.equalsIgnoreCase("100-continue")) {
            exchange.response().writeContinue();
        }
        exchange.next();
    }
}
