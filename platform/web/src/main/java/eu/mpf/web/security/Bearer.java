package eu.mpf.web.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
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
    private static final String ANONYMOUS = "anonymous";
    private static final String SYSTEM = "system";

    String subject() {
        if (identity == null) {
            return SYSTEM;
        }
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }

    Set<String> roles() {
        return identity == null ? Set.of() : identity.getRoles();
    }

    boolean hasAnyRole(String... asked) {
        return Arrays.stream(asked).anyMatch(roles()::contains);
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
