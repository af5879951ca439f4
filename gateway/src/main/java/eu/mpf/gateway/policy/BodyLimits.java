package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.GatewayConfig;

/**
 * Largest bodies of requests, in bytes.
 *
 * @param body of any request
 * @param imported of a file that is imported
 */
public record BodyLimits(long body, long imported) {

    public static BodyLimits of(GatewayConfig.Gateway.Limits config) {
        long body = config.body().asLongValue();
        return new BodyLimits(body, Math.max(body, config.importBody().asLongValue()));
    }

    public long of(Exchange exchange) {
        return exchange.isImport() ? imported : body;
    }
}
