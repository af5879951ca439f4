package eu.mpf.gateway.policy.auth;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API key.
 *
 * @param hash SHA-256 of the whole key
 * @param organisation code of the organisation its client acts for
 * @param roles what the client may be to the services
 * @param expiresAt when it ends; the moment it was revoked, if that is earlier
 * @param rateLimit requests its client may make in a window, where an administrator has said so
 */
public record KeyRecord(
        UUID id,
        UUID clientId,
        String clientName,
        @Nullable String organisation,
        List<String> roles,
        List<String> scopes,
        byte[] hash,
        Instant expiresAt,
        @Nullable Integer rateLimit) {

    /** Whether a token and a caller made for the other one say what would be said for this one. */
    boolean saysTheSameAs(KeyRecord other) {
        return Arrays.equals(hash, other.hash)
                && clientId.equals(other.clientId)
                && clientName.equals(other.clientName)
                && Objects.equals(organisation, other.organisation)
                && roles.equals(other.roles)
                && scopes.equals(other.scopes)
                && Objects.equals(rateLimit, other.rateLimit);
    }
}
