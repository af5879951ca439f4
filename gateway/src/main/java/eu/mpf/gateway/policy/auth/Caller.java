package eu.mpf.gateway.policy.auth;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, by a verified token or an API key.
 *
 * @param subject stable name of the person or client
 * @param organisation code of the organisation the caller acts for; absent for staff
 * @param scopes what the credential allows its client to do
 * @param expiresAt when the credential ends
 * @param client the API client, if the credential is its key
 * @param rateLimit requests it may make in a window, where an administrator has said so
 */
public record Caller(
        String subject,
        @Nullable String name,
        Set<String> roles,
        @Nullable String organisation,
        List<String> scopes,
        Instant expiresAt,
        @Nullable UUID client,
        @Nullable Integer rateLimit) {

    /** Nobody in particular: public reads need no token. */
    public static final Caller ANONYMOUS =
            new Caller("anonymous", null, Set.of(), null, List.of(), Instant.MAX, null, null);

    public boolean isAnonymous() {
        return this == ANONYMOUS;
    }

    /**
     * Whether the credential's scopes cover a use. An API key has only what it names; a token of the identity provider is
     * limited by scopes only if it carries any of the platform's.
     *
     * @param area a service's name, or a part of the gateway's own
     */
    public boolean covers(String area, boolean write) {
        boolean limited = client != null;
        for (String scope : scopes) {
            int colon = scope.indexOf(':');
            if (colon > 0) {
                boolean writes = scope.endsWith(":write");
                limited |= writes || scope.endsWith(":read");
                if (colon == area.length() && scope.startsWith(area) && (writes || !write)) {
                    return true;
                }
            }
        }
        return !limited;
    }
}
