package eu.mpf.gateway.policy.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.Rehearsal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** Signs tokens, and hands out the key they are verified with: at once, late or not at all. */
final class Signer implements JWKSource<SecurityContext> {

    private static final ECKey KEY = key();

    private final GatewayConfig config;
    private volatile KeySourceException failure;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    Signer(String... settings) {
        config = Rehearsal.config(settings);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeySourceException("interrupted", e);
        }
        if (failure != null) {
            throw failure;
        }
        return selector.select(new JWKSet(KEY.toPublicJWK()));
    }

    /** From now on the keys cannot be had. */
    void fail(KeySourceException with) {
        failure = with;
    }

    /** Keys come only when the latch is open. */
    CountDownLatch shut() {
        gate = new CountDownLatch(1);
        return gate;
    }

    GatewayConfig config() {
        return config;
    }

    TokenVerifier verifier() {
        return new TokenVerifier(config.identity(), this);
    }

    String token() {
        return token(claims -> claims);
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token("at+jwt", change);
    }

    String token(String type, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(config.identity().gatewayIssuer())
                .audience("mpf")
                .subject("rapporteur")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(KEY.getKeyID())
                            .type(type == null ? null : new JOSEObjectType(type))
                            .build(),
                    change.apply(claims).build());
            jwt.sign(new ECDSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
