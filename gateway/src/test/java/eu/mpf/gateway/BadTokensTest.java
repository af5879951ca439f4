package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that must not be believed (RFC 8725, RFC 9068): each is answered 401, and no service hears of it. */
@Tag("E-31")
class BadTokensTest {

    private static Issuer issuer;
    private static RawUpstream upstream;
    private static RunningGateway gateway;
    private static RSAKey foreign;
    private static ECKey foreignCurve;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        upstream = new RawUpstream();
        gateway = new RunningGateway(upstream.port(), issuer, "gateway.limits.bad-tokens", "1000000");
        foreign = new RSAKeyGenerator(2048).generate();
        foreignCurve = new ECKeyGenerator(Curve.P_256).generate();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
        issuer.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void everyBadTokenIsRefusedAndNothingReachesTheService(Map.Entry<String, String> bad) throws Exception {
        Answer answer = RawClient.get(gateway.port, "/v1/projects", "Authorization: Bearer " + bad.getValue());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"unauthenticated\"")
                .doesNotContain("nimbus", "Exception", bad.getValue());
        assertThat(upstream.untouched()).isTrue();
    }

    static Stream<Map.Entry<String, String>> corpus() throws Exception {
        Map<String, String> bad = new TreeMap<>();
        forms(bad);
        algorithms(bad);
        keys(bad);
        claims(bad);
        types(bad);
        changed(bad);
        assertThat(bad).as("the corpus of E-31").hasSizeGreaterThanOrEqualTo(30);
        return bad.entrySet().stream();
    }

    private static void forms(Map<String, String> bad) {
        String good = issuer.token();
        String[] part = good.split("\\.");
        bad.put("garbage", "garbage");
        bad.put("three parts of garbage", "a.b.c");
        bad.put("two parts", part[0] + "." + part[1]);
        bad.put("four parts", good + ".x");
        bad.put("five parts, as if encrypted", good + ".x.y");
        bad.put("dots alone", "..");
        bad.put("header is no JSON", encoded("hello") + "." + part[1] + "." + part[2]);
        bad.put("claims are no JSON", part[0] + "." + encoded("hello") + "." + part[2]);
        bad.put("claims are a list", part[0] + "." + encoded("[]") + "." + part[2]);
        bad.put("header is empty", "." + part[1] + "." + part[2]);
        bad.put("longer than any token", "x".repeat(9_000));
        bad.put("not base64url", part[0] + "." + part[1] + ".+/=" + part[2]);
    }

    private static void algorithms(Map<String, String> bad) throws Exception {
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            bad.put(
                    "algorithm '" + none + "'",
                    encoded("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}") + "." + encoded(good().toString()) + ".");
        }
        bad.put("no algorithm named", encoded("{\"typ\":\"at+jwt\"}") + "." + encoded(good().toString()) + ".x");
        bad.put("no algorithm, our signature", unsigned("none") + issuer.token().split("\\.")[2]);
        byte[] der = issuer.key().toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        bad.put("HS256 with the public key (DER) as secret", mac(JWSAlgorithm.HS256, der));
        bad.put(
                "HS256 with the public key (PEM) as secret",
                mac(JWSAlgorithm.HS256, pem.getBytes(StandardCharsets.US_ASCII)));
        bad.put(
                "HS256 with the modulus as secret",
                mac(JWSAlgorithm.HS256, issuer.key().getModulus().decode()));
        bad.put("HS512 with the public key as secret", mac(JWSAlgorithm.HS512, der));
        bad.put(
                "HS256 with a guessed secret",
                mac(JWSAlgorithm.HS256, "secret-secret-secret-secret-secret".getBytes(StandardCharsets.US_ASCII)));
        for (JWSAlgorithm other : List.of(
                JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512)) {
            bad.put(
                    other + " with the right key",
                    rsa(issuer.key(), header(other).keyID(issuer.key().getKeyID())));
        }
        String[] curve = issuer.ellipticToken().split("\\.");
        bad.put("ES256 with a signature of zeros", curve[0] + "." + curve[1] + "." + encoded(new byte[64]));
        bad.put(
                "RS256 under a header of ES256",
                curve[0] + "." + curve[1] + "." + issuer.token().split("\\.")[2]);
    }

    private static void keys(Map<String, String> bad) throws Exception {
        String known = issuer.key().getKeyID();
        bad.put(
                "a key of its own under a known name",
                rsa(foreign, header(JWSAlgorithm.RS256).keyID(known)));
        bad.put("a key of its own under no name", rsa(foreign, header(JWSAlgorithm.RS256)));
        bad.put(
                "a key of its own, brought along (jwk)",
                rsa(foreign, header(JWSAlgorithm.RS256).jwk(foreign.toPublicJWK())));
        bad.put(
                "a key of its own, to be fetched (jku)",
                rsa(
                        foreign,
                        header(JWSAlgorithm.RS256)
                                .keyID(known)
                                .jwkURL(URI.create("http://127.0.0.1:" + upstream.port() + "/jwks"))));
        bad.put(
                "a certificate of its own, to be fetched (x5u)",
                rsa(
                        foreign,
                        header(JWSAlgorithm.RS256)
                                .keyID(known)
                                .x509CertURL(URI.create("http://127.0.0.1:" + upstream.port() + "/x5u"))));
        bad.put("a key named by a path", rsa(foreign, header(JWSAlgorithm.RS256).keyID("../../../../dev/null")));
        bad.put("a key named by SQL", rsa(foreign, header(JWSAlgorithm.RS256).keyID("' OR '1'='1")));
        bad.put(
                "a key with a very long name",
                rsa(foreign, header(JWSAlgorithm.RS256).keyID("k".repeat(4_000))));
        bad.put(
                "a curve of its own under a known name",
                ec(foreignCurve, header(JWSAlgorithm.ES256).keyID(curveName())));
        bad.put(
                "an extension that must be understood",
                rsa(
                        issuer.key(),
                        header(JWSAlgorithm.RS256)
                                .keyID(known)
                                .criticalParams(Set.of("exp-after"))
                                .customParam("exp-after", 1)));
    }

    private static void claims(Map<String, String> bad) {
        Instant now = Instant.now();
        put(bad, "another issuer", c -> c.issuer("http://evil.test/mpf"));
        put(bad, "the issuer with a slash", c -> c.issuer(issuer.url() + "/"));
        put(bad, "the issuer in capitals", c -> c.issuer(issuer.url().toUpperCase(java.util.Locale.ROOT)));
        put(bad, "no issuer", c -> c.issuer(null));
        put(bad, "the gateway's own issuer, its key not", c -> c.issuer("http://127.0.0.1:8080/gateway"));
        put(bad, "another audience", c -> c.audience("other"));
        put(bad, "an audience that begins like ours", c -> c.audience("mpf2"));
        put(bad, "several audiences without ours", c -> c.audience(List.of("a", "b")));
        put(bad, "no audience", c -> c.audience((String) null));
        put(bad, "expired beyond the skew", c -> c.expirationTime(Date.from(now.minusSeconds(31))));
        put(bad, "expired in 1970", c -> c.expirationTime(new Date(0)));
        put(bad, "never expires", c -> c.expirationTime(null));
        put(bad, "expires in words", c -> c.claim("exp", "tomorrow"));
        put(bad, "not valid yet", c -> c.notBeforeTime(Date.from(now.plusSeconds(60))));
        put(bad, "no time of issue", c -> c.issueTime(null));
        put(bad, "no subject", c -> c.subject(null));
        put(bad, "roles that are no list", c -> c.claim("roles", "administrator"));
        put(bad, "roles that are numbers", c -> c.claim("roles", List.of(1, 2)));
        put(bad, "a client's name in the form of the gateway's", c -> c.subject("client:../1"));
    }

    private static void types(Map<String, String> bad) throws Exception {
        bad.put("a logout token", issuer.token("logout+jwt", c -> c));
        bad.put("a security event", issuer.token("secevent+jwt", c -> c));
        bad.put("a proof of possession", issuer.token("dpop+jwt", c -> c));
        bad.put(
                "no type",
                rsa(
                        issuer.key(),
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(issuer.key().getKeyID())));
    }

    private static void changed(Map<String, String> bad) {
        String[] good = issuer.token().split("\\.");
        String[] admin = issuer.token(c -> c.subject("administrator")).split("\\.");
        bad.put("claims of another token", good[0] + "." + admin[1] + "." + good[2]);
        bad.put("header of another algorithm", issuer.ellipticToken().split("\\.")[0] + "." + good[1] + "." + good[2]);
        bad.put("signature cut short", good[0] + "." + good[1] + "." + good[2].substring(0, good[2].length() - 8));
        bad.put("no signature", good[0] + "." + good[1] + ".");
        bad.put("signature twice", good[0] + "." + good[1] + "." + good[2] + good[2]);
    }

    private static void put(Map<String, String> bad, String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        bad.put(name, issuer.token(change));
    }

    private static JWTClaimsSet good() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.url())
                .audience("mpf")
                .subject("administrator")
                .claim("roles", List.of("administrator"))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt"));
    }

    private static String rsa(RSAKey key, JWSHeader.Builder header) throws Exception {
        SignedJWT jwt = new SignedJWT(header.build(), good());
        RSASSASigner signer = new RSASSASigner(key.toPrivateKey());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String ec(ECKey key, JWSHeader.Builder header) throws Exception {
        SignedJWT jwt = new SignedJWT(header.build(), good());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static String curveName() throws Exception {
        return SignedJWT.parse(issuer.ellipticToken()).getHeader().getKeyID();
    }

    private static String mac(JWSAlgorithm algorithm, byte[] secret) throws Exception {
        SignedJWT jwt =
                new SignedJWT(header(algorithm).keyID(issuer.key().getKeyID()).build(), good());
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private static String unsigned(String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\"}") + "." + encoded(good().toString()) + ".";
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
