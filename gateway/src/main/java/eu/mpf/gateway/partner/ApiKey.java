package eu.mpf.gateway.partner;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of a client, without the key itself: that is shown once, and only its hash is kept.
 *
 * @param prefix the part by which it is recognised
 * @param lastUsedAt when it last opened something; may lag by half a minute
 */
public record ApiKey(
        UUID id,
        UUID clientId,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        long version) {

    /** Live keys one client may have: the one in use, and its successor during a rotation. */
    public static final int MOST_LIVE = 2;

    public KeyState state(Instant now) {
        if (revokedAt != null) {
            return KeyState.REVOKED;
        }
        return now.isBefore(expiresAt) ? KeyState.LIVE : KeyState.EXPIRED;
    }

    /** Ends it at once. */
    public ApiKey revoked(Instant now) {
        requireLive(now, "revoked");
        return new ApiKey(id, clientId, prefix, scopes, createdAt, expiresAt, now, lastUsedAt, version + 1);
    }

    /** Lets it serve a little longer beside its successor, but not longer than it would have. */
    public ApiKey succeeded(Instant now, Duration overlap) {
        requireLive(now, "rotated");
        Instant end = now.plus(overlap).isBefore(expiresAt) ? now.plus(overlap) : expiresAt;
        return new ApiKey(id, clientId, prefix, scopes, createdAt, end, null, lastUsedAt, version + 1);
    }

    private void requireLive(Instant now, String verb) {
        KeyState state = state(now);
        if (state != KeyState.LIVE) {
            throw new ProblemException(
                    GatewayProblem.KEY_STATE, "Only a live key can be %s; this one is %s.".formatted(verb, state));
        }
    }
}
