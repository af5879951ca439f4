package eu.mpf.web.security;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A token with these claims. */
record TestToken(Map<String, Object> claims) implements JsonWebToken {

    static QuarkusSecurityIdentity identity(Map<String, Object> claims, String... roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new TestToken(claims))
                .addRoles(Set.of(roles))
                .addAttribute("organisation", "an attribute, and no claim")
                .build();
    }

    @Override
    public String getName() {
        return String.valueOf(claims.get("sub"));
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // as the interface has it
    public <T> @Nullable T getClaim(String claimName) {
        return (T) claims.get(claimName);
    }
}
