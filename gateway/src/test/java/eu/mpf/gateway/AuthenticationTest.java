package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static Issuer issuer;
    private static RawUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        upstream = new RawUpstream();
        gateway = new RunningGateway(upstream.port(), issuer);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
        issuer.close();
    }

    private static Answer with(String token) throws Exception {
        return RawClient.get(gateway.port, "/v1/projects", "Authorization: Bearer " + token);
    }

    @Test
    void aRequestWithoutATokenGoesOnAsAnonymous() throws Exception {
        assertThat(RawClient.get(gateway.port, "/v1/projects").status()).isEqualTo(200);
        assertThat(upstream.next().all("Authorization")).isEmpty();
    }

    @Test
    void aGoodTokenIsForwardedAsItCame() throws Exception {
        String token = issuer.token();
        assertThat(with(token).status()).isEqualTo(200);
        assertThat(upstream.next().all("Authorization")).containsExactly("Bearer " + token);
        assertThat(with(issuer.token("JWT", claims -> claims)).status()).isEqualTo(200);
        upstream.next();
        assertThat(with(issuer.ellipticToken()).status()).as("ES256").isEqualTo(200);
        upstream.next();
    }

    @Test
    void everyBadTokenIsRefusedAndNothingReachesTheService() throws Exception {
        Map<String, String> bad = new LinkedHashMap<>();
        Date past = Date.from(Instant.now().minusSeconds(31));
        bad.put("garbage", "garbage");
        bad.put("three parts of garbage", "a.b.c");
        bad.put("no algorithm", new PlainJWT(claims().build()).serialize());
        bad.put("HS256 with the public key as secret", signedWithPublicKey());
        bad.put("a key of its own", signedWithAnotherKey());
        bad.put("RS512", signedWith(JWSAlgorithm.RS512));
        bad.put("PS256", signedWith(JWSAlgorithm.PS256));
        bad.put("wrong issuer", issuer.token(c -> c.issuer("http://evil.test/mpf")));
        bad.put("no issuer", issuer.token(c -> c.issuer(null)));
        bad.put("wrong audience", issuer.token(c -> c.audience("other")));
        bad.put("no audience", issuer.token(c -> c.audience((String) null)));
        bad.put("expired beyond the skew", issuer.token(c -> c.expirationTime(past)));
        bad.put("never expires", issuer.token(c -> c.expirationTime(null)));
        bad.put(
                "not valid yet",
                issuer.token(c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
        bad.put("no subject", issuer.token(c -> c.subject(null)));
        bad.put("a logout token", issuer.token("logout+jwt", c -> c));
        bad.put("changed after signing", tampered());
        bad.put("longer than any token", "x".repeat(9_000));
        for (Map.Entry<String, String> entry : bad.entrySet()) {
            Answer answer = with(entry.getValue());
            assertThat(answer.status()).as(entry.getKey()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(entry.getKey()).contains("Bearer error=\"invalid_token\"");
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"unauthenticated\"").doesNotContain("nimbus", "Exception");
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void aTokenWithinTheClockSkewIsAccepted() throws Exception {
        Date justPast = Date.from(Instant.now().minusSeconds(10));
        Date soon = Date.from(Instant.now().plusSeconds(10));
        assertThat(with(issuer.token(c -> c.expirationTime(justPast))).status()).isEqualTo(200);
        assertThat(with(issuer.token(c -> c.notBeforeTime(soon))).status()).isEqualTo(200);
        upstream.next();
        upstream.next();
    }

    @Test
    void oddAuthorizationHeadersAreRefused() throws Exception {
        String good = "Authorization: Bearer " + issuer.token();
        assertThat(RawClient.get(gateway.port, "/v1/projects", good, good).status())
                .isEqualTo(401);
        for (String odd : new String[] {"Basic dTpw", "Bearer", "Bearer ", "", "bearertoken"}) {
            assertThat(RawClient.get(gateway.port, "/v1/projects", "Authorization: " + odd)
                            .status())
                    .as(odd)
                    .isEqualTo(401);
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void keysAreFetchedWhenFirstNeededKeptAndFetchedAnewAfterARotation() throws Exception {
        try (Issuer own = new Issuer();
                RunningGateway fresh = new RunningGateway(upstream.port(), own)) {
            assertThat(own.fetches())
                    .as("nothing is fetched before a token comes")
                    .isZero();
            for (int i = 0; i < 3; i++) {
                String subject = "caller-" + i;
                assertThat(status(fresh, own.token(c -> c.subject(subject)))).isEqualTo(200);
            }
            assertThat(own.fetches()).isEqualTo(1);
            own.rotate();
            assertThat(status(fresh, own.token(c -> c.subject("after-rotation"))))
                    .isEqualTo(200);
            assertThat(own.fetches()).isEqualTo(2);
            for (int i = 0; i < 4; i++) {
                upstream.next();
            }
        }
    }

    @Test
    void withoutTheIssuerTokensAreNotJudgedAndPublicReadsGoOn() throws Exception {
        try (Issuer gone = new Issuer()) {
            String token = gone.token();
            gone.close();
            try (RunningGateway fresh = new RunningGateway(upstream.port(), gone)) {
                assertThat(status(fresh, token)).isEqualTo(503);
                assertThat(RawClient.get(fresh.port, "/v1/projects").status()).isEqualTo(200);
                upstream.next();
            }
        }
    }

    @Test
    void anAddressThatShowsTooManyBadTokensIsTurnedAwayButItsGoodOnesStillServe() throws Exception {
        try (RunningGateway strict = new RunningGateway(upstream.port(), issuer, "gateway.limits.bad-tokens", "5")) {
            String good = issuer.token();
            assertThat(status(strict, good)).isEqualTo(200);
            int turnedAway = 0;
            for (int i = 0; i < 40; i++) {
                turnedAway += status(strict, "bad." + i + ".token") == 429 ? 1 : 0;
            }
            assertThat(turnedAway).isPositive();
            assertThat(status(strict, good)).isEqualTo(200);
            upstream.next();
            upstream.next();
            assertThat(upstream.untouched()).isTrue();
        }
    }

    private static int status(RunningGateway which, String token) throws Exception {
        return RawClient.get(which.port, "/v1/projects", "Authorization: Bearer " + token)
                .status();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.url())
                .audience("mpf")
                .subject("administrator")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signedWithPublicKey() throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims().build());
        jwt.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static String signedWithAnotherKey() throws Exception {
        SignedJWT jwt = new SignedJWT(header(JWSAlgorithm.RS256), claims().build());
        jwt.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        return jwt.serialize();
    }

    private static String signedWith(JWSAlgorithm algorithm) throws Exception {
        SignedJWT jwt = new SignedJWT(header(algorithm), claims().build());
        jwt.sign(new RSASSASigner(issuer.key()));
        return jwt.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .keyID(issuer.key().getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build();
    }

    private static String tampered() {
        String[] parts = issuer.token().split("\\.");
        String[] other = issuer.token(c -> c.subject("administrator")).split("\\.");
        return parts[0] + "." + other[1] + "." + parts[2];
    }
}
