package eu.mpf.calls.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs and checks receipts: JSON Web Signatures in compact form with Ed25519 (RFC 7515, RFC 8037). */
@ApplicationScoped
public class Receipts {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String TYPE = "mpf-receipt+jws";

    private final ReceiptKeys keys;
    private final ReceiptConfig config;
    private final ObjectMapper json;

    Receipts(ReceiptKeys keys, ReceiptConfig config, ObjectMapper json) {
        this.keys = keys;
        this.config = config;
        this.json = json;
    }

    public String issuer() {
        return config.issuer();
    }

    public String sign(Receipt receipt) {
        SigningKey key = keys.signing();
        try {
            String header = json.writeValueAsString(Map.of("alg", "EdDSA", "kid", key.kid(), "typ", TYPE));
            String signed = encode(header) + "." + encode(json.writeValueAsString(receipt));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(Objects.requireNonNull(key.privateKey()));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("receipt", e);
        }
    }

    private static String encode(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the receipt says, if one of our keys signed exactly that; empty for anything else. */
    public Optional<Receipt> verify(String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            JsonNode header = json.readTree(decoder.decode(parts[0]));
            if (!"EdDSA".equals(header.path("alg").asText())
                    || !TYPE.equals(header.path("typ").asText())) {
                return Optional.empty();
            }
            SigningKey key = key(header.path("kid").asText());
            if (key == null) {
                return Optional.empty();
            }
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.publicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decoder.decode(parts[2]))
                    ? Optional.of(json.readValue(decoder.decode(parts[1]), Receipt.class))
                    : Optional.empty();
        } catch (java.io.IOException | IllegalArgumentException | GeneralSecurityException e) {
            // Whatever is wrong with it, it is not a receipt of ours.
            return Optional.empty();
        }
    }

    private @Nullable SigningKey key(String kid) {
        return keys.all().stream()
                .filter(each -> each.kid().equals(kid))
                .findFirst()
                .orElse(null);
    }

    public List<JsonWebKey> published() {
        return keys.all().stream()
                .map(key -> new JsonWebKey("OKP", "Ed25519", key.kid(), "EdDSA", "sig", key.x()))
                .toList();
    }

    /** The identifier of a new receipt. */
    public static UUID newId() {
        return eu.mpf.web.value.Ids.next();
    }

    /** A public key as RFC 7517 and RFC 8037 spell it. */
    public record JsonWebKey(String kty, String crv, String kid, String alg, String use, String x) {}
}
