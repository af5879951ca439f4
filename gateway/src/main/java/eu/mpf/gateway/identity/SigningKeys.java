package eu.mpf.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import eu.mpf.gateway.database.DatabaseReady;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.sql.SqlFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.text.ParseException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The keys the instances of the gateway sign with, ES256. Each instance makes one at its start and tells the others the
 * public half; the private half stays in memory, so there is nothing to share, to store or to rotate by hand.
 */
@ApplicationScoped
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final long KEPT_NANOS = 2_000_000_000L;
    private static final Period VERIFIABLE = Period.ofYears(1);

    private final Sql sql;
    private final ECKey own;
    private volatile boolean published;
    private volatile List<JWK> others = List.of();
    private volatile long readAt = System.nanoTime() - KEPT_NANOS;

    SigningKeys(Sql sql) {
        this.sql = sql;
        try {
            this.own = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void publish(@Observes DatabaseReady ready) {
        sql.update(
                "INSERT INTO signing_key (kid, jwk) VALUES (?, CAST(? AS jsonb)) ON CONFLICT (kid) DO NOTHING",
                own.getKeyID(),
                own.toPublicJWK().toJSONString());
        published = true;
    }

    /** A key nobody has signed tokens with for a day is no longer handed out: they live for minutes. */
    @Scheduled(identity = "signing-key-alive", every = "1h", delayed = "1h")
    void stillHere() {
        sql.update("UPDATE signing_key SET seen_at = now() WHERE kid = ?", own.getKeyID());
    }

    /** Both halves of this instance's key. */
    public ECKey own() {
        return own;
    }

    /**
     * Signs what is meant to be kept: a JSON Web Signature whose payload stands elsewhere (RFC 7515, appendix F). The key is
     * handed out for a year from now, even when this instance has long ended.
     *
     * @return header and signature, with nothing between the two dots
     */
    public String signDetached(byte[] payload) {
        sql.update(
                "UPDATE signing_key SET known_until = now() + CAST(? AS interval) WHERE kid = ?",
                VERIFIABLE.toString(),
                own.getKeyID());
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(own.getKeyID()).build(), new Payload(payload));
        try {
            signed.sign(new ECDSASigner(own));
        } catch (JOSEException e) {
            throw new IllegalStateException("ES256 is part of every JDK", e);
        }
        return signed.serialize(true);
    }

    /** Whether the services can find this instance's key, whichever instance they ask. */
    public boolean isPublished() {
        return published;
    }

    /** The public keys of all instances; while the database is away, those known before. */
    public JWKSet all() {
        long now = System.nanoTime();
        if (published && now - readAt > KEPT_NANOS) {
            readAt = now;
            read();
        }
        List<JWK> keys = new ArrayList<>(others);
        keys.removeIf(key -> key.getKeyID().equals(own.getKeyID()));
        keys.addFirst(own.toPublicJWK());
        return new JWKSet(keys);
    }

    private void read() {
        try {
            others = sql.list(
                    "SELECT jwk FROM signing_key WHERE seen_at > now() - interval '1 day' OR known_until > now()"
                            + " ORDER BY created_at",
                    row -> parse(row.getString(1)));
        } catch (SqlFailure e) {
            LOG.warnf("the other instances' keys cannot be read: %s", e.getMessage());
        }
    }

    private static JWK parse(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("not a key: " + json, e);
        }
    }
}
