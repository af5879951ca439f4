package eu.mpf.gateway.policy.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import eu.mpf.gateway.kit.RunningGateway;
import eu.mpf.testkit.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as a bearer token is refused: none of these is signed by a key that is known. Sought by {@code ./mpf fuzz TokenTargetTest}; here the known inputs only. */
@Tag("E27")
public class TokenTargetTest {

    private static final TokenVerifier VERIFIER = new TokenVerifier(
            RunningGateway.config(Map.of(
                            "mpf.identity.issuer", "https://issuer.example",
                            "mpf.identity.jwks-url", "https://issuer.example/jwks",
                            "mpf.gateway.inner-url", "http://127.0.0.1:1"))
                    .identity(),
            new ImmutableJWKSet<>(new JWKSet()));

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IdentityUnavailableException {
        String token = new String(input, StandardCharsets.UTF_8);
        VERIFIER.isAddressed(token);
        try {
            VERIFIER.verify(token);
        } catch (BadTokenException refused) {
            return; // as it should
        }
        throw new IllegalStateException("a token that nobody signed is believed");
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(TokenTargetTest.class, TokenTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
