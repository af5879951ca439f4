package eu.mpf.events.buildingaccess;

import eu.mpf.events.EventsConfig;
import eu.mpf.events.sql.Json;
import eu.mpf.web.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens building-access data: AES-256-GCM, a fresh nonce for each, bound to the registration so that a row moved
 * to another registration cannot be opened. Keys have ids and can be changed: old ones go on to open.
 */
@ApplicationScoped
class AccessVault {
    private static final String FOR_DEVELOPMENT = "development-only";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    @Inject
    AccessVault(EventsConfig config) {
        this(config.buildingAccess().currentKey(), config.buildingAccess().keys());
    }

    /** @param base64 keys of 32 bytes, by their id */
    AccessVault(String current, Map<String, String> base64) {
        base64.forEach((id, key) -> {
            byte[] bytes = bytes(key);
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException("building-access key %s must be 32 bytes".formatted(id));
            }
            keys.put(id, new SecretKeySpec(bytes, "AES"));
        });
        this.current = current;
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("there is no building-access key " + current);
        }
    }

    /** A key for development is words, which the platform refuses to start with elsewhere. */
    private static byte[] bytes(String key) {
        if (!key.startsWith(FOR_DEVELOPMENT)) {
            return Base64.getDecoder().decode(key);
        }
        return Sha256.of(key);
    }

    /** @param bytes nonce and ciphertext */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    record Sealed(String keyId, byte[] bytes) {}

    Sealed seal(UUID registrationId, AccessData data) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(
                Cipher.ENCRYPT_MODE,
                key(current),
                registrationId,
                nonce,
                Json.write(data).getBytes(StandardCharsets.UTF_8));
        return new Sealed(
                current,
                ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** @throws IllegalStateException for what was not sealed with this key for this registration */
    AccessData open(UUID registrationId, Sealed sealed) {
        byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length);
        byte[] plain = run(Cipher.DECRYPT_MODE, key(sealed.keyId()), registrationId, nonce, rest);
        return Json.read(new String(plain, StandardCharsets.UTF_8), AccessData.class);
    }

    private SecretKeySpec key(String id) {
        return Optional.ofNullable(keys.get(id))
                .orElseThrow(() -> new IllegalStateException("building-access key %s is not configured".formatted(id)));
    }

    private static byte[] run(int mode, SecretKeySpec key, UUID registrationId, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(registrationId.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("building-access data cannot be sealed or opened", e);
        }
    }
}
