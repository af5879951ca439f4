package eu.mpf.calls.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C9")
class SigningKeyTest {

    /** RFC 8037, appendix A: the public key of the example. */
    @Test
    void theKeyIsPublishedAsTheStandardWritesIt() throws Exception {
        byte[] encoded = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(key(encoded).x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    }

    @Test
    void theSignOfThePointIsKept() throws Exception {
        byte[] odd = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707519a");
        assertThat(Base64.getUrlDecoder().decode(key(odd).x())).isEqualTo(odd);
    }

    @Test
    void aKeyIsKnownByItsPublicPartAlone() {
        SigningKey made = SigningKey.generate();
        SigningKey published = SigningKey.of(SigningKey.base64(made.publicKey().getEncoded()), null);
        assertThat(made.privateKey()).isNotNull();
        assertThat(published.privateKey()).isNull();
        assertThat(published.kid()).isEqualTo(made.kid()).hasSize(16);
        assertThat(published.x()).isEqualTo(made.x());
        assertThat(SigningKey.generate().kid()).isNotEqualTo(made.kid());
    }

    @Test
    void whatIsNoKeyOfThisKindIsRefused() {
        assertThatThrownBy(() -> SigningKey.of("AAAA", null)).isInstanceOf(IllegalStateException.class);
    }

    private static SigningKey key(byte[] little) throws Exception {
        byte[] big = new byte[32];
        for (int i = 0; i < 32; i++) {
            big[i] = little[31 - i];
        }
        boolean odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, big));
        var publicKey = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        return SigningKey.of(SigningKey.base64(publicKey.getEncoded()), null);
    }
}
