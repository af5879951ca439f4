package eu.mpf.gateway.webhook.api;

import eu.mpf.gateway.webhook.DisabledReason;
import eu.mpf.gateway.webhook.Webhook;
import eu.mpf.gateway.webhook.WebhookStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook, without its secret. */
@Schema(name = "Webhook")
public record WebhookView(
        UUID id,
        @Nullable String organisation,
        URI url,
        @Nullable String description,
        String contact,
        List<String> types,
        Map<String, List<String>> filter,
        WebhookStatus status,
        @Nullable DisabledReason disabledReason,
        Instant createdAt) {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.organisation().orElse(null),
                webhook.url(),
                webhook.description(),
                webhook.contact(),
                webhook.types(),
                webhook.filter(),
                webhook.status(),
                DisabledReason.named(webhook.disabledReason()).orElse(null),
                webhook.createdAt());
    }
}
