package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;

/**
 * One step every request passes. It calls {@link Exchange#next()} to let the request go on (at once or later, on the
 * same event loop) or {@link Exchange#refuse} to end it. It never blocks.
 */
@FunctionalInterface
public interface Policy {
    void apply(Exchange exchange);
}
