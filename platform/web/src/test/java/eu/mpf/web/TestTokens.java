package eu.mpf.web;

import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Tokens as the identity provider would sign them. */
final class TestTokens {
    static String issuer = "";
    private static final RsaJsonWebKey KEY = key();
    private static final EllipticCurveJsonWebKey GATEWAY_KEY = gatewayKey();

    private TestTokens() {}

    static String of(String subject, String... roles) {
        return sign("RS256", claims(subject, Map.of(), roles));
    }

    static String of(String subject, Map<String, Object> more, String... roles) {
        return sign("RS256", claims(subject, more, roles));
    }

    static JwtClaims claims(String subject, Map<String, Object> more, String... roles) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("mpf");
        claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 300));
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setGeneratedJwtId();
        claims.setStringListClaim("roles", List.of(roles));
        more.forEach((name, value) -> {
            if (name.equals("exp")) {
                claims.setExpirationTime(NumericDate.fromSeconds((Long) value));
            } else {
                claims.setClaim(name, value);
            }
        });
        return claims;
    }

    static String sign(String algorithm, JwtClaims claims) {
        return sign(algorithm, KEY.getPrivateKey(), KEY.getKeyId(), claims);
    }

    private static String sign(String algorithm, PrivateKey key, String keyId, JwtClaims claims) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key);
            signature.setKeyIdHeaderValue(keyId);
            signature.setHeader("typ", "at+jwt");
            signature.setAlgorithmHeaderValue(algorithm);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String jwks() {
        return "{\"keys\":[" + KEY.toJson() + "]}";
    }

    /** The issuer beside the identity provider: the gateway. */
    static String gatewayIssuer() {
        return issuer.replace("/mpf", "/gateway");
    }

    static String gatewayJwks() {
        return "{\"keys\":[" + GATEWAY_KEY.toJson() + "]}";
    }

    /** Signed with the gateway's key; what it claims is up to the caller. */
    static String signedByGateway(JwtClaims claims) {
        return sign("ES256", GATEWAY_KEY.getPrivateKey(), GATEWAY_KEY.getKeyId(), claims);
    }

    private static EllipticCurveJsonWebKey gatewayKey() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("gateway");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
