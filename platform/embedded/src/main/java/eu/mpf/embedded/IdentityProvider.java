package eu.mpf.embedded;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect provider for development: it believes everybody who names a known identity, programs by the client
 * credentials grant and people on its {@link LoginPage} by the code grant. It listens on loopback only and must never be
 * reachable from elsewhere.
 */
public final class IdentityProvider {

    /** The public client with which people sign in. */
    public static final String PORTAL = "portal";

    private static final String ISSUER_ID = "mpf";
    private static final String AUDIENCE = "mpf";
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final MockOAuth2Server server;
    private final String issuer;

    private IdentityProvider(MockOAuth2Server server, int port) {
        this.server = server;
        this.issuer = "http://127.0.0.1:" + port + "/" + ISSUER_ID;
    }

    public static IdentityProvider start(int port) {
        try {
            Path page = LoginPage.write(PORTAL, Files.createTempFile("mpf-sign-in", ".html"));
            page.toFile().deleteOnExit();
            return startWith(page, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing but in this directory, which whoever asks for it removes. */
    static IdentityProvider start(int port, Path directory) {
        try {
            return startWith(LoginPage.write(PORTAL, directory.resolve("sign-in.html")), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IdentityProvider startWith(Path page, int port) throws IOException {
        var config = new OAuth2Config(
                true,
                page.toString(),
                null,
                false,
                new OAuth2TokenProvider(),
                Set.<OAuth2TokenCallback>of(new KnownIdentities()));
        var server = new MockOAuth2Server(config);
        server.start(InetAddress.getByName("127.0.0.1"), port);
        return new IdentityProvider(server, port);
    }

    public String issuer() {
        return issuer;
    }

    public String tokenEndpoint() {
        return issuer + "/token";
    }

    public String jwksUrl() {
        return issuer + "/jwks";
    }

    /**
     * Signs a token without asking who wants it, for tests.
     *
     * @param claims at least {@code sub}; replace the defaults for {@code iss}, {@code aud} and {@code jti}
     * @param lifetime negative for a token that has expired
     */
    public String sign(Map<String, Object> claims, Duration lifetime) {
        var all = new HashMap<String, Object>(
                Map.of("iss", issuer, "aud", AUDIENCE, "jti", UUID.randomUUID().toString()));
        all.putAll(claims);
        return server.getConfig()
                .getTokenProvider()
                .jwt(all, lifetime, ISSUER_ID)
                .serialize();
    }

    public void stop() {
        server.shutdown();
    }

    /** The claims the platform's tokens carry for an identity. */
    public static Map<String, Object> claims(Identity identity) {
        var claims = new HashMap<String, Object>(Map.of(
                "sub", identity.id(),
                "client_id", identity.id(),
                "roles", List.of(identity.role()),
                "scope", "mpf",
                "name", identity.name(),
                "email", identity.email()));
        identity.organisation().ifPresent(code -> claims.put("organisation", code));
        return claims;
    }

    private static final class KnownIdentities implements OAuth2TokenCallback {

        @Override
        public String issuerId() {
            return ISSUER_ID;
        }

        @Override
        public String subject(TokenRequest request) {
            return signedIn(request) ? PORTAL : identity(request).id();
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "at+jwt"; // RFC 9068
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of(AUDIENCE);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return signedIn(request) ? Map.of() : claims(identity(request));
        }

        @Override
        public long tokenExpiry() {
            return LIFETIME.toSeconds();
        }

        /** Subject and claims of people come from the page on which they signed in, and replace what is said here. */
        private static boolean signedIn(TokenRequest request) {
            return request.getAuthorizationGrant().getType().equals(GrantType.AUTHORIZATION_CODE)
                    && client(request).equals(PORTAL);
        }

        private static String client(TokenRequest request) {
            return request.getClientAuthentication() != null
                    ? request.getClientAuthentication().getClientID().getValue()
                    : request.getClientID().getValue();
        }

        private static Identity identity(TokenRequest request) {
            String id = client(request);
            return Identity.find(id)
                    .orElseThrow(() -> new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "no identity is called " + id));
        }
    }
}
