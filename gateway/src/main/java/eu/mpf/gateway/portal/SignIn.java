package eu.mpf.gateway.portal;

import eu.mpf.gateway.GatewayConfig;
import java.net.URI;
import java.util.Optional;

/**
 * Where people and programs get a token.
 *
 * @param tokenUrl the token endpoint
 * @param authorizationUrl where people sign in
 * @param client the public client they do it with; empty where none is set up
 */
public record SignIn(String tokenUrl, String authorizationUrl, String client) {

    static SignIn at(GatewayConfig.Identity identity) {
        String issuer = identity.issuer();
        boolean keycloak = issuer.contains("/realms/");
        return new SignIn(
                place(identity.tokenUrl(), issuer + (keycloak ? "/protocol/openid-connect/token" : "/token")),
                place(
                        identity.authorizationUrl(),
                        issuer + (keycloak ? "/protocol/openid-connect/auth" : "/authorize")),
                identity.portalClient().orElse(""));
    }

    private static String place(Optional<URI> configured, String usual) {
        return configured.map(URI::toString).orElse(usual);
    }

    /** What the page's script has to reach. */
    public String origin() {
        URI uri = URI.create(tokenUrl);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
