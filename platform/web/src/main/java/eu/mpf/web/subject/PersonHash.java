package eu.mpf.web.subject;

import eu.mpf.web.security.IdentityConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells people apart without knowing them, and finds the same person in every service: HMAC-SHA-256 of the normalised
 * address, or of a token's subject, in hexadecimal. All services have the same key.
 */
@ApplicationScoped
public class PersonHash {
    private final SecretKeySpec key;

    PersonHash(IdentityConfig config) {
        this.key = new SecretKeySpec(config.addressKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    public String of(Address address) {
        return hash(address.value());
    }

    /** Of an address as somebody wrote it; empty for what is no address. */
    public Optional<String> ofWritten(String address) {
        try {
            return Optional.of(of(Address.of(address)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a signed-in person; never equal to the hash of an address. */
    public String ofSubject(String subject) {
        return hash("subject:" + subject);
    }

    /** Of a person in one context, say a session: the hashes of two contexts cannot be laid side by side. */
    public String within(String context, String person) {
        return hash(context + ":" + person);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
