package eu.mpf.gateway.policy.auth;

import eu.mpf.web.value.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its holder writes it: {@code mpf_} and ten characters by which it is found and recognised, then 256
 * random bits. The fixed beginning lets scanners of source code find a key that was committed by mistake.
 */
public record KeyText(String prefix, String whole) {

    private static final String BEGIN = "mpf_";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int PREFIX = BEGIN.length() + 10;
    private static final int LENGTH = PREFIX + 1 + 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key. */
    public static KeyText create() {
        StringBuilder prefix = new StringBuilder(BEGIN);
        for (int i = BEGIN.length(); i < PREFIX; i++) {
            prefix.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new KeyText(prefix.toString(), prefix + "_" + text);
    }

    /** The key in a header, or null if it cannot be one of ours. */
    public static @Nullable KeyText parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(BEGIN) || text.charAt(PREFIX) != '_') {
            return null;
        }
        for (int i = BEGIN.length(); i < PREFIX; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        return new KeyText(text.substring(0, PREFIX), text);
    }

    /** SHA-256 of the whole; a plain hash will do, since there is nothing to guess in 256 random bits. */
    public byte[] hash() {
        return Sha256.of(whole);
    }

    /** The key itself never stands in a log. */
    @Override
    public String toString() {
        return prefix + "_…";
    }
}
