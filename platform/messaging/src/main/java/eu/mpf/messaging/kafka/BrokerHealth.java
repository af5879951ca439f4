package eu.mpf.messaging.kafka;

import io.smallrye.health.api.Wellness;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the broker answers. For people and dashboards: readiness does not depend on it, because writes go on and the
 * outbox grows while the broker is away.
 */
@Wellness
public class BrokerHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Broker broker;

    public BrokerHealth(Broker broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka")
                .status(broker.answers(PATIENCE))
                .build();
    }
}
