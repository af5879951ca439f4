package eu.mpf.calls.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How receipts are signed. */
@ConfigMapping(prefix = "mpf.receipts")
public interface ReceiptConfig {

    /** Ed25519 private key, PKCS#8, base64. Absent: one is generated and kept in the database, for development. */
    Optional<String> privateKey();

    /** Ed25519 public key that belongs to it, X.509, base64. Needed with {@code private-key}. */
    Optional<String> publicKey();

    /** Who the receipts say issued them. */
    @WithDefault("urn:mpf:calls-service")
    String issuer();
}
