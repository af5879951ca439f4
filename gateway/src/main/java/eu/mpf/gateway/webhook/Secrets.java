package eu.mpf.gateway.webhook;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.web.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Secrets that sign what is sent: made here, and kept encrypted (AES-256-GCM), since they are needed again in clear. */
@ApplicationScoped
public class Secrets {

    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    @Inject
    Secrets(GatewayConfig config) {
        this(config.gateway().webhooks().secretKey());
    }

    Secrets(String secretKey) {
        this.key = new SecretKeySpec(Sha256.of(secretKey), "AES");
    }

    /** A new one, encrypted. */
    byte[] create() {
        byte[] secret = new byte[LENGTH];
        RANDOM.nextBytes(secret);
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * The bytes that sign.
     *
     * @throws IllegalStateException if it was encrypted with another key
     */
    public byte[] open(byte[] encrypted) {
        ByteBuffer bytes = ByteBuffer.wrap(encrypted);
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed);
    }

    /** As partners and libraries write it. */
    String text(byte[] encrypted) {
        return PREFIX + Base64.getEncoder().encodeToString(open(encrypted));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a webhook's secret cannot be read or written", e);
        }
    }
}
