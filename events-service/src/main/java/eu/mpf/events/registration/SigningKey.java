package eu.mpf.events.registration;

import eu.mpf.events.EventsConfig;
import eu.mpf.web.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/** The Ed25519 key pair behind check-in codes and lists, the same in every replica: made from the configured secret. */
@ApplicationScoped
public class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int X_BYTES = 32;

    private final PrivateKey secret;
    private final EdECPublicKey open;

    SigningKey(EventsConfig config) {
        try {
            byte[] seed = Sha256.of("check-in:" + config.registrationKey());
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            // RFC 8032: the secret key is 32 octets, all else follows; so the seed decides the pair.
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            KeyPair pair = generator.generateKeyPair();
            this.secret = pair.getPrivate();
            this.open = (EdECPublicKey) pair.getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    boolean verifies(byte[] bytes, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(open);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (SignatureException e) {
            // Not even of the form of a signature.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    /** The public key as in a JSON Web Key (RFC 8037): y, little-endian, with the sign of x in the last bit. */
    public byte[] publicKey() {
        byte[] bigEndian = open.getPoint().getY().toByteArray();
        byte[] x = new byte[X_BYTES];
        for (int i = 0; i < Math.min(bigEndian.length, X_BYTES); i++) {
            x[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (open.getPoint().isXOdd()) {
            x[X_BYTES - 1] |= (byte) 0x80;
        }
        return x;
    }

    /** Names the key: the first bytes of its hash. */
    public String id() {
        return HexFormat.of().formatHex(Sha256.of(publicKey()), 0, 8);
    }

    /** Gives the key pair generator the one seed it asks for. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
