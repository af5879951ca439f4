package eu.mpf.web.audit;

import eu.mpf.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs an entry as it is written (HMAC-SHA-256 over its canonical JSON). The chain shows what was changed or removed
 * after sealing; the signature shows what somebody with access to the database alone has added.
 */
@ApplicationScoped
class AuditSignature {
    private final SecretKeySpec key;

    @Inject
    AuditSignature(WebConfig config) {
        this(config.auditKey());
    }

    AuditSignature(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    byte[] sign(AuditEntry entry) {
        return sign(AuditJson.canonical(entry));
    }

    /** @param canonical the entry as {@link AuditJson#canonical} writes it */
    byte[] sign(byte[] canonical) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(canonical);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
