package eu.mpf.gateway.webhook;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a webhook's owner decides; see {@link Webhook}. */
public record WebhookDetails(
        URI url, @Nullable String description, String contact, List<String> types, Map<String, List<String>> filter) {}
