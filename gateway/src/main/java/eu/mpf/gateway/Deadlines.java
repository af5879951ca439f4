package eu.mpf.gateway;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.route.Route;
import eu.mpf.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** How long each phase of an exchange may last, in milliseconds. */
record Deadlines(long response, long idle, long receive, long total, long stream, long keepAlive, long linger) {

    static Deadlines of(GatewayConfig.Gateway.Timeouts config) {
        return new Deadlines(
                config.response().toMillis(),
                config.idle().toMillis(),
                Math.min(config.receive().toMillis(), config.idle().toMillis()),
                config.total().toMillis(),
                config.stream().toMillis(),
                config.keepAlive().toMillis(),
                2 * config.sweep().toMillis());
    }

    /** Until every idle connection of a client has been closed after draining began. */
    long leave() {
        return 2 * linger;
    }

    /** The problem of an exchange that is late, or null if it is not. */
    @Nullable
    ProblemType passed(Exchange exchange, long now) {
        Route route = exchange.route();
        boolean endless = route != null && route.stream();
        if (!endless && now - exchange.startedAt() > total) {
            return exchange.phase() == Exchange.Phase.RECEIVING ? late(exchange) : GatewayProblem.GATEWAY_TIMEOUT;
        }
        long silent = now - exchange.touchedAt();
        return switch (exchange.phase()) {
            case RECEIVING -> silent <= (exchange.isAwaited() ? receive : idle) ? null : late(exchange);
            // an import is answered with every row done; the total above ends it
            case WAITING -> silent <= response || exchange.isImport() ? null : GatewayProblem.GATEWAY_TIMEOUT;
            case ANSWERING -> silent <= (endless ? stream : idle) ? null : GatewayProblem.GATEWAY_TIMEOUT;
            case DONE -> null;
        };
    }

    /** Whose fault it is that a body is not there yet. */
    private static ProblemType late(Exchange exchange) {
        return exchange.upstreamSlow() ? GatewayProblem.GATEWAY_TIMEOUT : GatewayProblem.REQUEST_TIMEOUT;
    }
}
