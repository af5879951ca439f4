package eu.mpf.web;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Tokens as the identity provider would sign them. */
final class TestTokens {
    static String issuer = "";
    private static final RsaJsonWebKey KEY = key();

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
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(KEY.getPrivateKey());
            signature.setKeyIdHeaderValue(KEY.getKeyId());
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
