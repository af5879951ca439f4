package eu.mpf.web.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses tokens signed otherwise than by RS256 or ES256, the two the identity providers are set to. */
@ApplicationScoped
class AllowedAlgorithms implements SecurityIdentityAugmentor {
    private static final Set<String> ALLOWED = Set.of("RS256", "ES256");

    private final ObjectMapper json;

    AllowedAlgorithms(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getRawToken() != null
                && !ALLOWED.contains(algorithm(token.getRawToken()))) {
            return Uni.createFrom().failure(new AuthenticationFailedException("signature algorithm not allowed"));
        }
        return Uni.createFrom().item(identity);
    }

    private String algorithm(String token) {
        try {
            var header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
            return json.readTree(header).path("alg").asText();
        } catch (IOException e) {
            throw new AuthenticationFailedException(e);
        }
    }
}
