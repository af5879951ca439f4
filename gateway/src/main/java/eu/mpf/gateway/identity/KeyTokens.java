package eu.mpf.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.policy.auth.ApiKeyChecks;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.gateway.policy.auth.KeyRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Short-lived tokens in place of API keys, as the services want them (RFC 9068). */
@ApplicationScoped
public class KeyTokens implements ApiKeyChecks.Minter {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final String issuer;
    private final String audience;
    private final Clock clock = Clock.systemUTC();

    KeyTokens(SigningKeys keys, GatewayConfig config) {
        this.keys = keys;
        this.issuer = config.identity().gatewayIssuer();
        this.audience = config.identity().audience();
    }

    /**
     * Signs a token for the client a key belongs to; it never lives longer than the key.
     *
     * @throws IllegalStateException while the services could not verify it
     */
    @Override
    public ApiKeyChecks.Minted mint(KeyRecord key) {
        if (!keys.isPublished()) {
            throw new IllegalStateException("this instance's signing key is not published yet");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(LIFETIME).isBefore(key.expiresAt()) ? now.plus(LIFETIME) : key.expiresAt();
        String subject = "client:" + key.clientId();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .claim("client_id", subject)
                .claim("roles", List.copyOf(key.roles()))
                .claim("scope", String.join(" ", key.scopes()))
                .claim("organisation", key.organisation())
                .claim("name", key.clientName())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .build();
        return new ApiKeyChecks.Minted(sign(claims), caller(key, subject, end));
    }

    private static Caller caller(KeyRecord key, String subject, Instant end) {
        return new Caller(
                subject,
                key.clientName(),
                Set.copyOf(key.roles()),
                key.organisation(),
                List.copyOf(key.scopes()),
                end,
                key.clientId(),
                key.rateLimit());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(keys.own().getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    claims);
            token.sign(new ECDSASigner(keys.own()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
