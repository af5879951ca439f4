package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses a missing, doubled, malformed or foreign Host, and every protocol upgrade (G1, G12). */
public final class HostPolicy implements Policy {

    private final Set<String> allowed;

    /** @param allowed hosts that are served; empty for every well-formed one */
    public HostPolicy(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void apply(Exchange exchange) {
        List<String> hosts = exchange.request().headers().getAll(HttpHeaders.HOST);
        if (hosts.size() != 1 || !isWellFormed(hosts.getFirst())) {
            exchange.refuse(CommonProblem.MALFORMED_REQUEST, "Exactly one well-formed Host header is needed.");
        } else if (!allowed.isEmpty() && !allowed.contains(hosts.getFirst().toLowerCase(Locale.ROOT))) {
            exchange.refuse(GatewayProblem.MISDIRECTED_REQUEST, "This host is not served here.");
        } else if (asksForWebSocket(exchange)) {
            exchange.refuse(GatewayProblem.UPGRADE_REFUSED, "WebSocket connections are not served.");
        } else {
            exchange.next();
        }
    }

    private static boolean asksForWebSocket(Exchange exchange) {
        String upgrade = exchange.request().getHeader(HttpHeaders.UPGRADE);
        return upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket");
    }

    private static boolean isWellFormed(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && ".-_:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return !host.isEmpty() && host.length() <= 255;
    }
}
