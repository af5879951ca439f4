package eu.mpf.gateway.feed;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.problem.Refusals;
import eu.mpf.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors as callers see them: a position, encrypted and sealed, in 48 characters fit for a URL. The key is the feed's own,
 * so a cursor of another feed, or of one that was lost, is not taken for one of ours.
 *
 * <p>Encrypted, because the distance between two positions would tell how much happened that its holder may not know of.
 * Cursors given out before were signed only, in 32 characters; they lead on all the same.
 */
final class Cursors {

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int LENGTH = 48;
    private static final int SIGNED_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec signing;
    private final SecretKeySpec sealing;
    private final SecretKeySpec naming;

    Cursors(byte[] key) {
        this.signing = new SecretKeySpec(key, MAC);
        this.sealing = new SecretKeySpec(mac(signing, "seal".getBytes(StandardCharsets.US_ASCII)), "AES");
        this.naming = new SecretKeySpec(mac(signing, "nonce".getBytes(StandardCharsets.US_ASCII)), MAC);
    }

    /** The cursor right behind a change: the same for every reader, each time. */
    String at(long position) {
        return seal(position, Arrays.copyOf(mac(naming, bytes(position)), NONCE));
    }

    /**
     * A cursor that was never given out before. For the end of the feed: whether its position has moved since the last time,
     * though the reader was told nothing, cannot be seen from it.
     */
    String anew(long position) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return seal(position, nonce);
    }

    /**
     * The position a cursor stands behind.
     *
     * @param parameter where the cursor came from, for the refusal
     * @throws ProblemException if it is not a cursor of this feed
     */
    long position(String cursor, String parameter) {
        byte[] decoded = decoded(cursor, parameter);
        return decoded.length == NONCE + Long.BYTES + TAG ? unseal(decoded, parameter) : signed(decoded, parameter);
    }

    /** Only the one spelling of its bytes: no padding, and nothing beyond them. */
    private static byte[] decoded(String cursor, String parameter) {
        if (cursor.length() != LENGTH && cursor.length() != SIGNED_LENGTH || cursor.endsWith("=")) {
            throw refusal(parameter);
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refusal(parameter);
        }
    }

    private String seal(long position, byte[] nonce) {
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(bytes(position));
            ByteBuffer whole =
                    ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long unseal(byte[] cursor, String parameter) {
        try {
            byte[] nonce = Arrays.copyOf(cursor, NONCE);
            byte[] position = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(cursor, NONCE, cursor.length - NONCE);
            return ByteBuffer.wrap(position).getLong();
        } catch (AEADBadTagException e) {
            throw refusal(parameter);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, sealing, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }

    private long signed(byte[] cursor, String parameter) {
        long position = ByteBuffer.wrap(cursor).getLong();
        byte[] signature = Arrays.copyOfRange(cursor, Long.BYTES, cursor.length);
        if (!MessageDigest.isEqual(signature, Arrays.copyOf(mac(signing, bytes(position)), TAG))) {
            throw refusal(parameter);
        }
        return position;
    }

    private static ProblemException refusal(String parameter) {
        return Refusals.of(
                GatewayProblem.INVALID_CURSOR,
                "Use a cursor as the feed gave it, or none to start from the beginning.",
                parameter);
    }

    private static byte[] bytes(long position) {
        return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    }

    private static byte[] mac(SecretKeySpec key, byte[] of) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
