package eu.mpf.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs an entry as it is written (HMAC-SHA-256 over its canonical JSON). The chain shows what was changed or removed
 * after sealing; the signature shows what somebody with access to the database alone has added.
 */
@ApplicationScoped
class AuditSignature {
    private final SecretKeySpec key;

    AuditSignature(@ConfigProperty(name = "mpf.web.audit-key") String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    byte[] sign(AuditEntry entry) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(AuditJson.canonical(entry));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
