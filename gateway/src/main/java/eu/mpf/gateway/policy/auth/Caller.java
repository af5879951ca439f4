package eu.mpf.gateway.policy.auth;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, by a verified token.
 *
 * @param subject stable name of the person or client
 * @param organisation code of the organisation the caller acts for; absent for staff
 * @param scopes what the token allows its client to do
 * @param expiresAt when the token ends
 */
public record Caller(
        String subject,
        @Nullable String name,
        Set<String> roles,
        @Nullable String organisation,
        List<String> scopes,
        Instant expiresAt) {

    /** Nobody in particular: public reads need no token. */
    public static final Caller ANONYMOUS = new Caller("anonymous", null, Set.of(), null, List.of(), Instant.MAX);

    public boolean isAnonymous() {
        return this == ANONYMOUS;
    }
}
