package eu.mpf.testkit;

import eu.mpf.embedded.Identity;
import eu.mpf.embedded.IdentityProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bearer tokens signed by the key the services trust in tests. */
public final class Tokens {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private Tokens() {}

    /** @param identityOrRole a development identity such as {@code applicant-lv}, or a role such as {@code evaluator} */
    public static String of(String identityOrRole) {
        return of(identityOrRole, Map.of());
    }

    /** @param claims added to the identity's claims, or instead of them */
    public static String of(String identityOrRole, Map<String, Object> claims) {
        return sign(identityOrRole, claims, LIFETIME);
    }

    /** Signed correctly, and of no use since an hour ago. */
    public static String expired(String identityOrRole) {
        return sign(identityOrRole, Map.of(), Duration.ofHours(-1));
    }

    /** A correct token for somebody else's service. */
    public static String forAudience(String audience, String identityOrRole) {
        return of(identityOrRole, Map.of("aud", audience));
    }

    private static String sign(String identityOrRole, Map<String, Object> claims, Duration lifetime) {
        Map<String, Object> all = new HashMap<>(Identity.find(identityOrRole)
                .map(IdentityProvider::claims)
                .orElseGet(() -> Map.of(
                        "sub",
                        identityOrRole,
                        "client_id",
                        identityOrRole,
                        "roles",
                        List.of(identityOrRole),
                        "scope",
                        "mpf",
                        "name",
                        identityOrRole,
                        "email",
                        identityOrRole + "@example.org")));
        all.putAll(claims);
        return Servers.running().sign(all, lifetime);
    }
}
