package eu.mpf.gateway.webhook.api;

import eu.mpf.gateway.webhook.Attempt;
import eu.mpf.gateway.webhook.Delivery;
import eu.mpf.gateway.webhook.DeliveryKind;
import eu.mpf.gateway.webhook.DeliveryStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event on its way to one endpoint. */
@Schema(name = "WebhookDelivery")
public record DeliveryView(
        UUID id,

        @Schema(description = "What the endpoint gets as `webhook-id`; the same in every attempt and replay.")
        UUID eventId,

        String type,
        String subject,
        DeliveryKind kind,
        DeliveryStatus status,
        int attempts,

        @Schema(description = "When it is tried next, while it is pending.") @Nullable
        Instant nextAt,

        Instant createdAt,
        @Nullable Instant settledAt,

        @Schema(description = "Every attempt; only when one delivery is read.") @Nullable
        List<Attempt> log,

        @Schema(description = "What is sent; only when one delivery is read.") @Nullable
        String body) {

    static DeliveryView of(Delivery delivery) {
        return of(delivery, null, null);
    }

    static DeliveryView of(Delivery delivery, @Nullable List<Attempt> log, @Nullable String body) {
        return new DeliveryView(
                delivery.id(),
                delivery.eventId(),
                delivery.type(),
                delivery.subject(),
                delivery.kind(),
                delivery.status(),
                delivery.attempts(),
                delivery.status() == DeliveryStatus.PENDING ? delivery.nextAt() : null,
                delivery.createdAt(),
                delivery.settledAt(),
                log,
                body);
    }
}
