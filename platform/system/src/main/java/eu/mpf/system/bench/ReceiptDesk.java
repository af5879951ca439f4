package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.system.client.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Checks receipts as an applicant would at home: with the published keys and nothing else. */
final class ReceiptDesk {

    /** What stands before an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] PREFIX = Base64.getDecoder().decode("MCowBQYDK2VwAyEA");

    private final Map<String, PublicKey> keys = new HashMap<>();

    ReceiptDesk(JsonNode published) {
        try {
            for (JsonNode key : published) {
                byte[] point = Base64.getUrlDecoder().decode(key.path("x").asText());
                byte[] encoded = ByteBuffer.allocate(PREFIX.length + point.length)
                        .put(PREFIX)
                        .put(point)
                        .array();
                keys.put(
                        key.path("kid").asText(),
                        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the published keys cannot be read", e);
        }
    }

    boolean vouchesFor(JsonNode receipt) {
        String[] parts = receipt.path("receipt").asText().split("\\.");
        if (parts.length != 3) {
            return false;
        }
        PublicKey key = keys.get(json(parts[0]).path("kid").asText());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && json(parts[1]).path("contentHash").equals(receipt.path("contentHash"))
                    && json(parts[1]).path("files").size() == 2;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        return Session.json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
