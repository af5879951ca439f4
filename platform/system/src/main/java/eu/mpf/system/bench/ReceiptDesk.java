package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.mpf.system.client.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

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

    /**
     * The signature is of a published key; it is over the hash of what was handed in, which is computed here anew; and what was
     * handed in holds the applicant's last words and files.
     *
     * @param files SHA-256 of the bytes sent, by name
     */
    boolean vouchesFor(JsonNode receipt, String acronym, Map<String, String> files) {
        String[] parts = receipt.path("receipt").asText().split("\\.");
        if (parts.length != 3) {
            return false;
        }
        PublicKey key = keys.get(json(parts[0]).path("kid").asText());
        if (key == null || !signed(parts, key)) {
            return false;
        }
        JsonNode statement = json(parts[1]);
        JsonNode content = receipt.path("content");
        String hash = hash(content);
        return statement.path("contentHash").asText().equals(hash)
                && receipt.path("contentHash").asText().equals(hash)
                && statement.path("files").equals(content.path("files"))
                && files(content).equals(files)
                && content.path("content").path("acronym").asText().equals(acronym);
    }

    private static boolean signed(String[] parts, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> files(JsonNode content) {
        Map<String, String> files = new HashMap<>();
        content.path("files")
                .forEach(file -> files.put(
                        file.path("name").asText(), file.path("hash").asText().replaceFirst("^sha-256:", "")));
        return files;
    }

    static String hash(JsonNode content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical(content).getBytes(StandardCharsets.UTF_8));
            return "sha-256:" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** RFC 8785, as far as it goes without fractional numbers: members in the order of their names, no white space. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            var members = new TreeMap<String, String>();
            node.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
            return members.entrySet().stream()
                    .map(member -> TextNode.valueOf(member.getKey()) + ":" + member.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(ReceiptDesk::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return node.toString();
    }

    private static JsonNode json(String part) {
        return Session.json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
