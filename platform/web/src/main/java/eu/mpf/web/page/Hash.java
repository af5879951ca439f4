package eu.mpf.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Tells two queries apart: a page token made for one is refused by the other. */
final class Hash {
    private Hash() {}

    static String of(String from, String where, List<?> arguments) {
        try {
            var text = new StringBuilder(from).append('\0').append(where);
            for (var argument : arguments) {
                text.append('\0').append(argument instanceof Object[] array ? Arrays.toString(array) : argument);
            }
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
