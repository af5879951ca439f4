package eu.mpf.gateway.partner.api;

import eu.mpf.gateway.partner.ApiClient;
import eu.mpf.gateway.partner.ClientStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program of a partner. */
@Schema(name = "ApiClient")
public record ApiClientView(
        UUID id,

        @Schema(description = "Code of the organisation it acts for.") @Nullable
        String organisation,

        String name,
        String contact,
        List<String> scopes,

        @Schema(description = "What it is to the services.") List<String> roles,

        ClientStatus status,
        Instant createdAt,

        @Schema(description = "Requests in a window, where it has a limit of its own.") @Nullable
        Integer rateLimit) {

    static ApiClientView of(ApiClient client) {
        return new ApiClientView(
                client.id(),
                client.organisation().orElse(null),
                client.name(),
                client.contact(),
                client.scopes(),
                client.roles(),
                client.status(),
                client.createdAt(),
                client.rateLimit());
    }
}
