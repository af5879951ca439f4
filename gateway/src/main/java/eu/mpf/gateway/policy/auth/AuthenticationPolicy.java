package eu.mpf.gateway.policy.auth;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.problem.GatewayProblem;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/**
 * Checks the bearer token before anything is forwarded (RFC 6750). A request without a token goes on as anonymous, since
 * public reads need none; a token that is present and bad is refused, never ignored.
 */
public final class AuthenticationPolicy implements Policy {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 8_192;

    private final TokenChecks tokens;

    public AuthenticationPolicy(TokenChecks tokens) {
        this.tokens = tokens;
    }

    @Override
    public void apply(Exchange exchange) {
        List<String> headers = exchange.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty()) {
            exchange.next();
        } else if (headers.size() > 1) {
            refuse(exchange, "There is more than one Authorization header.");
        } else {
            check(exchange, headers.getFirst());
        }
    }

    private void check(Exchange exchange, String header) {
        String token = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).trim()
                : "";
        if (token.isEmpty() || token.length() > LONGEST) {
            refuse(exchange, "A bearer token is expected.");
            return;
        }
        String fingerprint = TokenChecks.fingerprint(token);
        Caller known = tokens.known(fingerprint);
        if (known != null) {
            exchange.caller(known);
            exchange.next();
        } else {
            checkUnknown(exchange, token, fingerprint);
        }
    }

    private void checkUnknown(Exchange exchange, String token, String fingerprint) {
        SocketAddress peer = exchange.request().remoteAddress();
        String address = peer == null ? "" : String.valueOf(peer.hostAddress());
        if (tokens.isSuspect(address)) {
            exchange.response().headers().set(HttpHeaders.RETRY_AFTER, "1");
            exchange.refuse(GatewayProblem.TOO_MANY_REQUESTS, "Too many bad tokens came from this address.");
            return;
        }
        Context loop = Vertx.currentContext();
        exchange.hold();
        try {
            tokens.check(token, fingerprint, address, outcome -> loop.runOnContext(back -> resume(exchange, outcome)));
        } catch (RejectedExecutionException e) {
            unavailable(exchange, "Too many tokens are waiting to be checked.");
        }
    }

    private void resume(Exchange exchange, TokenChecks.Outcome outcome) {
        switch (outcome) {
            case TokenChecks.Outcome.Accepted accepted -> {
                exchange.caller(accepted.caller());
                exchange.next();
            }
            case TokenChecks.Outcome.Refused refused -> refuse(exchange, refused.reason());
            case TokenChecks.Outcome.Unknown unknown ->
                unavailable(exchange, "The identity provider cannot be reached at the moment.");
        }
    }

    private static void unavailable(Exchange exchange, String detail) {
        if (!exchange.isDone()) {
            exchange.response().headers().set(HttpHeaders.RETRY_AFTER, "2");
        }
        exchange.refuse(GatewayProblem.UNAVAILABLE, detail);
    }

    private static void refuse(Exchange exchange, String detail) {
        if (!exchange.isDone()) {
            exchange.response().headers().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        exchange.refuse(GatewayProblem.UNAUTHENTICATED, detail);
    }
}
