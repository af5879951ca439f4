package eu.mpf.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The code a registrant shows at the door: version, registration, event, and an Ed25519 signature (RFC 8032) over them,
 * base64url without padding. With the public key alone a device without a connection can tell that it was made here.
 */
@ApplicationScoped
public class CheckInCodes {
    private static final byte VERSION = 1;
    private static final int SIGNED_BYTES = 1 + 16 + 16;

    private final SigningKey key;

    CheckInCodes(SigningKey key) {
        this.key = key;
    }

    /** What a genuine code says. */
    public record CheckInCode(UUID registrationId, UUID eventId) {}

    public String of(UUID registrationId, UUID eventId) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .put(VERSION)
                .putLong(registrationId.getMostSignificantBits())
                .putLong(registrationId.getLeastSignificantBits())
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .array();
        byte[] signature = key.sign(signed);
        byte[] code = Arrays.copyOf(signed, SIGNED_BYTES + signature.length);
        System.arraycopy(signature, 0, code, SIGNED_BYTES, signature.length);
        return encoded(code);
    }

    private static String encoded(byte[] code) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** Empty for anything that was not signed here. */
    public Optional<CheckInCode> read(String code) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(code);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The last character has bits to spare: of its spellings only ours is a code.
        if (bytes.length <= SIGNED_BYTES
                || !encoded(bytes).equals(code)
                || bytes[0] != VERSION
                || !key.verifies(
                        Arrays.copyOf(bytes, SIGNED_BYTES), Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(bytes, 1, SIGNED_BYTES - 1);
        return Optional.of(
                new CheckInCode(new UUID(read.getLong(), read.getLong()), new UUID(read.getLong(), read.getLong())));
    }
}
