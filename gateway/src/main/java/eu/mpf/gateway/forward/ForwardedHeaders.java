package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.RequestIdPolicy;
import eu.mpf.gateway.policy.TrustedPeers;
import eu.mpf.gateway.trace.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway tells a service about the client: address, scheme and host (X-Forwarded-* and RFC 7239), request id,
 * and exactly one trace context (G4, G11). The client's own claims count only if a trusted proxy hands them on.
 */
final class ForwardedHeaders {

    private final TrustedPeers trusted;
    private final String scheme;
    private final double sampled;

    /**
     * @param scheme of the public address; the TLS in front of the gateway does not show in the connection itself
     * @param sampled the share of traces begun here that are kept
     */
    ForwardedHeaders(TrustedPeers trusted, String scheme, double sampled) {
        this.trusted = trusted;
        this.scheme = scheme;
        this.sampled = sampled;
    }

    void write(Exchange exchange, MultiMap to) {
        HttpServerRequest request = exchange.request();
        MultiMap from = request.headers();
        SocketAddress peer = request.remoteAddress();
        boolean believed = trusted.contains(peer);
        String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        String chain = believed ? from.get("X-Forwarded-For") : null;
        String host = or(believed ? from.get("X-Forwarded-Host") : null, from.get(HttpHeaders.HOST));
        String proto = or(believed ? from.get("X-Forwarded-Proto") : null, scheme);
        to.set("Host", from.get(HttpHeaders.HOST));
        to.set("X-Forwarded-For", chain == null ? address : chain + ", " + address);
        to.set("X-Forwarded-Host", host);
        to.set("X-Forwarded-Proto", proto);
        to.set("Forwarded", "for=" + node(address) + ";host=\"" + host + "\";proto=" + proto);
        to.set(RequestIdPolicy.HEADER, exchange.requestId());
        String bearer = exchange.bearer();
        if (bearer != null) {
            to.set(HttpHeaders.AUTHORIZATION, "Bearer " + bearer);
        }
        String trace = believed ? from.get("traceparent") : null;
        String span = TraceContext.child(trace, sampled);
        exchange.trace(Trace.of(span, trace));
        to.set("traceparent", span);
        String state = trace == null ? null : from.get("tracestate");
        if (state != null) {
            to.set("tracestate", state);
        }
    }

    private static String node(String address) {
        return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
