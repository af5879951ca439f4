package eu.mpf.gateway.feed;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.problem.Refusals;
import eu.mpf.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors as callers see them: a position and its signature, in 32 characters fit for a URL. The key is the feed's own,
 * so a cursor of another feed, or of one that was lost, is not taken for one of ours.
 */
final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 16;
    private static final int LENGTH = 32;

    private final SecretKeySpec key;

    Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The cursor right behind a position. */
    String at(long position) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + SIGNATURE).putLong(position);
        bytes.put(signature(position));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The position a cursor stands behind.
     *
     * @param parameter where the cursor came from, for the refusal
     * @throws ProblemException if it is not a cursor of this feed
     */
    long position(String cursor, String parameter) {
        byte[] decoded = decoded(cursor, parameter);
        if (decoded.length != Long.BYTES + SIGNATURE) {
            throw refusal(parameter);
        }
        long position = ByteBuffer.wrap(decoded).getLong();
        byte[] signature = Arrays.copyOfRange(decoded, Long.BYTES, decoded.length);
        if (!MessageDigest.isEqual(signature, signature(position))) {
            throw refusal(parameter);
        }
        return position;
    }

    /** Only the one spelling of its bytes: no padding, and nothing beyond them. */
    private static byte[] decoded(String cursor, String parameter) {
        try {
            return cursor.length() == LENGTH ? Base64.getUrlDecoder().decode(cursor) : new byte[0];
        } catch (IllegalArgumentException e) {
            throw refusal(parameter);
        }
    }

    private static ProblemException refusal(String parameter) {
        return Refusals.of(
                GatewayProblem.INVALID_CURSOR,
                "Use a cursor as the feed gave it, or none to start from the beginning.",
                parameter);
    }

    private byte[] signature(long position) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] full = mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(position).array());
            return Arrays.copyOf(full, SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
