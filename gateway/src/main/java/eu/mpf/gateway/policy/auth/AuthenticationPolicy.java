package eu.mpf.gateway.policy.auth;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.ClientAddress;
import eu.mpf.gateway.policy.Policy;
import eu.mpf.gateway.policy.TrustedPeers;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/**
 * Checks the bearer token (RFC 6750) or the API key before anything is forwarded. A request with neither goes on as
 * anonymous, since public reads need none; a credential that is present and bad is refused, never ignored. A service never
 * sees an API key: a short-lived token goes on in its place.
 */
public final class AuthenticationPolicy implements Policy {

    /** Carries an API key. */
    public static final String KEY_HEADER = "X-API-Key";

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 8_192;

    private final TokenChecks tokens;
    private final ApiKeyChecks keys;
    private final TrustedPeers trusted;

    public AuthenticationPolicy(TokenChecks tokens, ApiKeyChecks keys, TrustedPeers trusted) {
        this.tokens = tokens;
        this.keys = keys;
        this.trusted = trusted;
    }

    @Override
    public void apply(Exchange exchange) {
        MultiMap headers = exchange.request().headers();
        boolean keyed = headers.contains(KEY_HEADER);
        List<String> bearers = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (keyed) {
            if (!bearers.isEmpty()) {
                refuse(exchange, "Send a token or an API key, not both.");
            } else {
                checkKey(exchange, headers.getAll(KEY_HEADER));
            }
        } else if (bearers.isEmpty()) {
            exchange.next();
        } else if (bearers.size() > 1) {
            refuse(exchange, "There is more than one Authorization header.");
        } else {
            checkToken(exchange, bearers.getFirst());
        }
    }

    private void checkToken(Exchange exchange, String header) {
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
            accept(exchange, known);
        } else {
            checkUnknown(exchange, token, fingerprint);
        }
    }

    private void checkUnknown(Exchange exchange, String token, String fingerprint) {
        String address = address(exchange);
        if (isSuspect(exchange, address)) {
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

    private static void resume(Exchange exchange, TokenChecks.Outcome outcome) {
        switch (outcome) {
            case TokenChecks.Outcome.Accepted accepted -> accept(exchange, accepted.caller());
            case TokenChecks.Outcome.Refused refused -> refuse(exchange, refused.reason());
            case TokenChecks.Outcome.Unknown unknown ->
                unavailable(exchange, "The identity provider cannot be reached at the moment.");
        }
    }

    /** A token that the gateway made of a key is for the services alone; outside, the key itself is asked for. */
    private static void accept(Exchange exchange, Caller caller) {
        if (caller.client() != null) {
            refuse(exchange, "Send the API key itself.");
        } else {
            exchange.caller(caller);
            exchange.next();
        }
    }

    private void checkKey(Exchange exchange, List<String> sent) {
        KeyText text = sent.size() == 1 ? KeyText.parse(sent.getFirst().trim()) : null;
        if (text == null) {
            refuse(exchange, "This is not an API key of this platform.");
            return;
        }
        ApiKeyChecks.Outcome known = keys.known(text);
        if (known != null) {
            resume(exchange, known, address(exchange));
            return;
        }
        String address = address(exchange);
        if (isSuspect(exchange, address)) {
            return;
        }
        Context loop = Vertx.currentContext();
        exchange.hold();
        try {
            keys.check(text, outcome -> loop.runOnContext(back -> resume(exchange, outcome, address)));
        } catch (RejectedExecutionException e) {
            unavailable(exchange, "Too many API keys are waiting to be checked.");
        }
    }

    private void resume(Exchange exchange, ApiKeyChecks.Outcome outcome, String address) {
        switch (outcome) {
            case ApiKeyChecks.Outcome.Accepted accepted -> {
                exchange.caller(accepted.minted().caller());
                exchange.bearer(accepted.minted().token());
                exchange.next();
            }
            case ApiKeyChecks.Outcome.Refused refused -> {
                tokens.noteBad(address);
                refuse(exchange, refused.reason());
            }
            case ApiKeyChecks.Outcome.Unknown unknown ->
                unavailable(exchange, "API keys cannot be looked up at the moment.");
        }
    }

    private boolean isSuspect(Exchange exchange, String address) {
        if (!tokens.isSuspect(address)) {
            return false;
        }
        exchange.response().headers().set(HttpHeaders.RETRY_AFTER, "1");
        exchange.refuse(CommonProblem.TOO_MANY_REQUESTS, "Too many bad credentials came from this address.");
        return true;
    }

    /** Who bad credentials are counted against: not the proxy they came through. */
    private String address(Exchange exchange) {
        return ClientAddress.of(exchange.request(), trusted);
    }

    private static void unavailable(Exchange exchange, String detail) {
        if (!exchange.isDone()) {
            exchange.response().headers().set(HttpHeaders.RETRY_AFTER, "2");
        }
        exchange.refuse(CommonProblem.UNAVAILABLE, detail);
    }

    private static void refuse(Exchange exchange, String detail) {
        if (!exchange.isDone()) {
            exchange.response().headers().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        exchange.refuse(CommonProblem.UNAUTHENTICATED, detail);
    }
}
