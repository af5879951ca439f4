package eu.mpf.gateway.policy.ratelimit;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.ClientAddress;
import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.policy.TrustedPeers;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * Counts the request against its client's limit and says so, in the form of the IETF's draft on RateLimit header fields.
 * What is over the limit is answered 429 and not forwarded.
 */
public final class RateLimitPolicy implements Policy {

    private final RateLimiter limiter;
    private final TrustedPeers trusted;
    private final long window;

    public RateLimitPolicy(RateLimiter limiter, TrustedPeers trusted) {
        this.limiter = limiter;
        this.trusted = trusted;
        this.window = RateLimiter.inSeconds(limiter.window());
    }

    @Override
    public void apply(Exchange exchange) {
        Caller caller = exchange.caller();
        ClientKind kind = caller.isAnonymous()
                ? ClientKind.ANONYMOUS
                : caller.client() == null ? ClientKind.TOKEN : ClientKind.KEY;
        String client = kind == ClientKind.ANONYMOUS ? ClientAddress.of(exchange.request(), trusted) : caller.subject();
        RateLimiter.Verdict verdict =
                limiter.take(kind, kind == ClientKind.ANONYMOUS ? client : "s " + client, caller.rateLimit());
        MultiMap headers = exchange.response().headers();
        headers.set("RateLimit-Policy", '"' + kind.policy() + "\";q=" + verdict.limit() + ";w=" + window);
        headers.set("RateLimit", '"' + kind.policy() + "\";r=" + verdict.remaining() + ";t=" + verdict.resetSeconds());
        if (verdict.allowed()) {
            exchange.next();
        } else {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(verdict.waitSeconds()));
            exchange.refuse(
                    CommonProblem.TOO_MANY_REQUESTS,
                    "At most %d requests in %d seconds are served to one client.".formatted(verdict.limit(), window));
        }
    }
}
