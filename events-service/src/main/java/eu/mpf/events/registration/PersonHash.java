package eu.mpf.events.registration;

import eu.mpf.events.EventsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells people apart without knowing them: HMAC-SHA-256 of the normalised address, or of a token's subject. */
@ApplicationScoped
public class PersonHash {
    private final SecretKeySpec key;

    public PersonHash(EventsConfig config) {
        this.key = new SecretKeySpec(config.addressKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    public String of(Address address) {
        return hash(address.value());
    }

    /** Of a signed-in person; never equal to the hash of an address. */
    public String ofSubject(String subject) {
        return hash("subject:" + subject);
    }

    /** Of an attendee in one session: hashes of two sessions cannot be laid side by side. */
    public String ofAttendee(UUID sessionId, String person) {
        return hash("session:%s:%s".formatted(sessionId, person));
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
