package eu.mpf.gateway.kit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An identity provider of one key and one address. */
public final class Issuer implements Closeable {

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RSAKey key;
    private volatile ECKey curve;

    private final String name;

    public Issuer() throws IOException {
        this("", List.of());
    }

    /** Signs under the name of another issuer, whose keys are handed out as well: tokens of both are good. */
    public static Issuer beside(String name, String jwksUrl) throws IOException {
        try {
            return new Issuer(name, JWKSet.load(URI.create(jwksUrl).toURL()).getKeys());
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    private Issuer(String name, List<JWK> others) throws IOException {
        rotate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mpf/jwks", exchange -> {
            fetches.incrementAndGet();
            List<JWK> keys = new ArrayList<>(others);
            keys.addAll(List.of(key, curve));
            byte[] body = new JWKSet(keys).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        this.name = name.isEmpty() ? address() : name;
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mpf";
    }

    public String url() {
        return name;
    }

    public String jwksUrl() {
        return address() + "/jwks";
    }

    public RSAKey key() {
        return key;
    }

    public int fetches() {
        return fetches.get();
    }

    public void rotate() {
        try {
            key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            curve = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token signed with the issuer's elliptic curve key. */
    public String ellipticToken() {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(curve.getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    claims().build());
            jwt.sign(new ECDSASigner(curve));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String token() {
        return token(claims -> claims);
    }

    public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token("at+jwt", change);
    }

    public String token(String type, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType(type))
                            .build(),
                    change.apply(claims()).build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .audience("mpf")
                .subject("applicant-lv")
                .claim("roles", List.of("applicant"))
                .claim("organisation", "LV-SBG")
                .claim("name", "Applicant of Latvia")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
