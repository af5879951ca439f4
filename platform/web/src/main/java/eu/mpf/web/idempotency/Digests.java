package eu.mpf.web.idempotency;

import eu.mpf.web.value.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** SHA-256 over parts, each with its length before it, so that no two lists of parts look alike. */
final class Digests {
    private Digests() {}

    static byte[] sha256(String... parts) {
        var digest = Sha256.digest();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }
}
