package eu.mpf.system.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Where the platform keeps the answer to a request that carried a key. */
final class KeptAnswer {

    private KeptAnswer() {}

    /** SHA-256 over caller, method, path and key of handing in, each with its length before it. */
    static byte[] scope(String subject, String application, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(subject, "POST", "/v1/applications/" + application + ":submit", key)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
