package eu.mpf.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of whoever sent it.
 *
 * @param identity null for the system itself, which has no token
 */
record Bearer(@Nullable SecurityIdentity identity) {
    /** Of whom nothing is known, as nothing was sent. */
    static final Bearer STRANGER = new Bearer(QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(""))
            .setAnonymous(true)
            .build());

    /** The platform itself. */
    static final Bearer SYSTEM = new Bearer(null);

    String subject() {
        if (identity == null) {
            return "system";
        }
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    Set<String> roles() {
        return identity == null ? Set.of() : identity.getRoles();
    }

    boolean isAnonymous() {
        return identity != null && identity.isAnonymous();
    }

    /** What the token says under this name; empty for a blank text. */
    Optional<String> claim(String name) {
        if (identity == null) {
            return Optional.empty();
        }
        Object value = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(name)
                : identity.getAttribute(name);
        return Optional.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }
}
