package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.forward.RequestBody;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.http.HttpHeaders;

/**
 * Refuses a body that is declared too large, and asks for the body of a client that waits for a go-ahead.
 * Bodies without a declared length are counted while they stream, by {@link RequestBody} (G9).
 */
public final class BodyLimitPolicy implements Policy {

    private final long limit;

    /** @param limit bytes */
    public BodyLimitPolicy(long limit) {
        this.limit = limit;
    }

    @Override
    public void apply(Exchange exchange) {
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
