package eu.mpf.gateway.partner.api;

import eu.mpf.gateway.partner.ApiKey;
import eu.mpf.gateway.partner.KeyState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key, without the key itself. */
@Schema(name = "ApiKey")
public record ApiKeyView(
        UUID id,

        @Schema(description = "How the key begins, to tell it from others.")
        String prefix,

        List<String> scopes,
        KeyState state,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,

        @Schema(description = "May lag by half a minute.") @Nullable
        Instant lastUsedAt,

        @Schema(description = "The key itself. Only in the answer that creates it, and never again.") @Nullable
        String key) {

    static ApiKeyView of(ApiKey key, Instant now) {
        return of(key, now, null);
    }

    static ApiKeyView of(ApiKey key, Instant now, @Nullable String text) {
        return new ApiKeyView(
                key.id(),
                key.prefix(),
                key.scopes(),
                key.state(now),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                text);
    }
}
