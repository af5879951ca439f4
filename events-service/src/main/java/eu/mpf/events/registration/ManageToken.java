package eu.mpf.events.registration;

import eu.mpf.events.EventsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody without an account manage one registration: its id and a signature over it, base64url without padding.
 * It travels in the header {@code Registration-Token}, and in mails behind the {@code #} of a link, which browsers do
 * not send: so it stands in no log.
 */
@ApplicationScoped
public class ManageToken {
    private static final int ID_BYTES = 16;

    private final SecretKeySpec key;

    public ManageToken(EventsConfig config) {
        this.key = new SecretKeySpec(config.registrationKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    public String of(UUID registrationId) {
        byte[] id = bytes(registrationId);
        byte[] signature = sign(id);
        byte[] token = Arrays.copyOf(id, ID_BYTES + signature.length);
        System.arraycopy(signature, 0, token, ID_BYTES, signature.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Whether this token was made for this registration; takes the same time whatever is wrong with it. */
    public boolean opens(UUID registrationId, @Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        of(registrationId).getBytes(StandardCharsets.US_ASCII),
                        token.getBytes(StandardCharsets.US_ASCII));
    }

    /** The registration a token was made for; empty for anything that was not signed here. */
    public Optional<UUID> idIn(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            return opens(id, token) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private byte[] sign(byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
