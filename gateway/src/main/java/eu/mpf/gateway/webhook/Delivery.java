package eu.mpf.gateway.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param eventId also what the endpoint knows it by ({@code webhook-id}), in every attempt and replay
 * @param body what is sent, to the byte
 * @param nextAt when it is tried next
 */
public record Delivery(
        UUID id,
        UUID webhookId,
        UUID eventId,
        String type,
        String subject,
        String body,
        DeliveryKind kind,
        DeliveryStatus status,
        int attempts,
        Instant nextAt,
        Instant createdAt,
        @Nullable Instant settledAt) {}
