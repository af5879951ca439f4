package eu.mpf.calls.receipt;

import eu.mpf.web.value.Sha256;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An Ed25519 key by its identifier, the beginning of the public key's hash. */
record SigningKey(String kid, PublicKey publicKey, @Nullable PrivateKey privateKey) {

    static SigningKey of(String publicBase64, @Nullable String privateBase64) {
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            Base64.Decoder decoder = Base64.getDecoder();
            byte[] encoded = decoder.decode(publicBase64);
            PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(encoded));
            PrivateKey privateKey = privateBase64 == null
                    ? null
                    : factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(privateBase64)));
            byte[] digest = Sha256.of(encoded);
            String kid = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 16);
            return new SigningKey(kid, publicKey, privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("mpf.receipts: not an Ed25519 key", e);
        }
    }

    static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return of(
                    base64(pair.getPublic().getEncoded()),
                    base64(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The public point as a JSON Web Key's {@code x} (RFC 8037). */
    String x() {
        var point = ((EdECPublicKey) publicKey).getPoint();
        byte[] little = new byte[32];
        byte[] big = unsigned(point.getY());
        for (int i = 0; i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (point.isXOdd()) {
            little[31] |= (byte) 0x80;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(little);
    }

    private static byte[] unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return bytes.length > 32 ? java.util.Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length) : bytes;
    }
}
