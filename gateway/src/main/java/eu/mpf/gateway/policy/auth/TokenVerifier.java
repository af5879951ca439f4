package eu.mpf.gateway.policy.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import eu.mpf.gateway.GatewayConfig;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens (RFC 9068) with the keys of the one issuer we trust. The keys are fetched when the first token
 * comes, kept, and fetched anew when a token names one we do not know; the last known keys serve while the issuer is
 * away. May block on the network: never call it on an event loop.
 */
public final class TokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final long KEYS_KEPT_MILLIS = 300_000;
    private static final long KEYS_SERVE_AWAY_MILLIS = 4 * 3_600_000L;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private final String issuer;

    /** For the tokens of the identity provider. */
    public TokenVerifier(GatewayConfig.Identity identity) {
        this(identity, identity.issuer(), identity.tokenTypes(), keys(identity));
    }

    /** For the tokens that this instance itself makes of API keys; its own pages see no others. */
    public TokenVerifier(GatewayConfig.Identity identity, JWKSource<SecurityContext> own) {
        this(identity, identity.gatewayIssuer(), Set.of("at+jwt"), own);
    }

    private TokenVerifier(
            GatewayConfig.Identity identity, String issuer, Set<String> types, JWKSource<SecurityContext> keys) {
        this.issuer = issuer;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                types.stream().map(JOSEObjectType::new).toArray(JOSEObjectType[]::new)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                identity.audience(), new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp", "iat"));
        claims.setMaxClockSkew((int) identity.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    private static JWKSource<SecurityContext> keys(GatewayConfig.Identity identity) {
        try {
            return JWKSourceBuilder.create(
                            identity.jwksUrl().toURL(), new DefaultResourceRetriever(2_000, 3_000, 256 * 1024))
                    .cache(KEYS_KEPT_MILLIS, 5_000)
                    .refreshAheadCache(false)
                    .rateLimited(identity.keyRefresh().toMillis())
                    .outageTolerant(KEYS_SERVE_AWAY_MILLIS)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("mpf.identity.jwks-url is not a URL: " + identity.jwksUrl(), e);
        }
    }

    /** Whether a token says that it comes from this verifier's issuer; whether it does, is another matter. */
    boolean isAddressed(String token) {
        try {
            return issuer.equals(parsed(token).getJWTClaimsSet().getIssuer());
        } catch (ParseException e) {
            return false;
        }
    }

    public Caller verify(String token) throws BadTokenException, IdentityUnavailableException {
        try {
            return caller(processor.process(parsed(token), null));
        } catch (RateLimitReachedException e) {
            // The keys were fetched a moment ago, and this one was not among them.
            throw new BadTokenException("unknown key");
        } catch (KeySourceException e) {
            throw new IdentityUnavailableException(e);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw new BadTokenException(reason(e));
        }
    }

    /** The library says less than it throws: where a part is JSON but no object, it fails as a defect would. */
    private static SignedJWT parsed(String token) throws ParseException {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            parsed.getJWTClaimsSet();
            return parsed;
        } catch (RuntimeException e) {
            throw (ParseException) new ParseException("no token", 0).initCause(e);
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim("roles");
        String scope = claims.getStringClaim("scope");
        return new Caller(
                claims.getSubject(),
                claims.getStringClaim("name"),
                roles == null
                        ? Set.of()
                        : roles.stream().filter(Objects::nonNull).collect(Collectors.toSet()),
                claims.getStringClaim("organisation"),
                scope == null || scope.isBlank()
                        ? List.of()
                        : List.of(scope.trim().split("\\s+")),
                claims.getExpirationTime().toInstant(),
                client(claims.getSubject()),
                null);
    }

    /** Subjects of this form are given by the gateway alone; the identity provider's names may hold no colon. */
    private static @Nullable UUID client(String subject) {
        return subject.startsWith("client:") ? UUID.fromString(subject.substring("client:".length())) : null;
    }

    private static String reason(@Nullable Throwable failure) {
        String message = failure == null || failure.getMessage() == null ? "" : failure.getMessage();
        if (message.contains("Expired")) {
            return "The token has expired.";
        }
        if (message.contains("before use time")) {
            return "The token is not valid yet.";
        }
        if (message.contains("audience") || message.contains("aud")) {
            return "The token is not meant for this platform.";
        }
        if (message.contains("iss claim")) {
            return "The token comes from another issuer.";
        }
        return "The token cannot be verified.";
    }
}
