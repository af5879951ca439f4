package eu.mpf.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signatures as the official library of Standard Webhooks checks them. */
@Tag("X6")
class SignatureTest {

    private static final String BODY =
            "{\"type\":\"eu.mpf.calls.grant.awarded.v1\",\"data\":{\"title\":\"Grenzschutz ä\"}}";

    private final Secrets secrets = new Secrets("a key of this test");
    private final byte[] old = secrets.create();
    private final byte[] fresh = secrets.create();
    private final UUID id = UUID.randomUUID();

    private Map<String, List<String>> headers(Instant time, String body, List<byte[]> signing) {
        return Map.of(
                "webhook-id", List.of(id.toString()),
                "webhook-timestamp", List.of(Long.toString(time.getEpochSecond())),
                "webhook-signature",
                        List.of(Signature.of(
                                id,
                                time,
                                body,
                                signing.stream().map(secrets::open).toList())));
    }

    @Test
    void theOfficialLibraryAcceptsWhatIsSigned() throws Exception {
        assertThatCode(() ->
                        new Webhook(secrets.text(fresh)).verify(BODY, headers(Instant.now(), BODY, List.of(fresh))))
                .doesNotThrowAnyException();
    }

    @Test
    void duringARotationBothTheOldAndTheNewSecretFit() {
        Map<String, List<String>> both = headers(Instant.now(), BODY, List.of(fresh, old));
        for (byte[] known : List.of(fresh, old)) {
            assertThatCode(() -> new Webhook(secrets.text(known)).verify(BODY, both))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anotherBodyAnotherSecretOrAnOldTimeDoNot() {
        Map<String, List<String>> good = headers(Instant.now(), BODY, List.of(fresh));
        assertThatThrownBy(() -> new Webhook(secrets.text(fresh)).verify(BODY + " ", good))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secrets.text(old)).verify(BODY, good))
                .isInstanceOf(WebhookVerificationException.class);
        Map<String, List<String>> late = headers(Instant.now().minusSeconds(600), BODY, List.of(fresh));
        assertThatThrownBy(() -> new Webhook(secrets.text(fresh)).verify(BODY, late))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aSecretIsKeptEncryptedAndOpensOnlyWithItsKey() {
        String text = secrets.text(fresh);
        assertThat(text).startsWith("whsec_");
        assertThat(new String(fresh, StandardCharsets.ISO_8859_1)).doesNotContain(text.substring("whsec_".length()));
        assertThatThrownBy(() -> new Secrets("another key").text(fresh)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSignatureIsTheHmacOverIdTimeAndBodyOnePerSecret() {
        UUID fixed = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
        byte[] secret = "a secret of thirty-two bytes....".getBytes(StandardCharsets.US_ASCII);
        String one = Signature.of(fixed, Instant.ofEpochSecond(1_700_000_000), "{}", List.of(secret));
        assertThat(one).matches("v1,[A-Za-z0-9+/]{43}=");
        assertThat(Signature.of(fixed, Instant.ofEpochSecond(1_700_000_000, 999_000_000), "{}", List.of(secret)))
                .as("whole seconds")
                .isEqualTo(one);
        assertThat(Signature.of(fixed, Instant.ofEpochSecond(1_700_000_000), "{}", List.of(secret, secret)))
                .isEqualTo(one + " " + one);
        assertThat(Signature.of(fixed, Instant.ofEpochSecond(1_700_000_001), "{}", List.of(secret)))
                .isNotEqualTo(one);
        assertThat(Signature.of(fixed, Instant.ofEpochSecond(1_700_000_000), "{}", List.of()))
                .isEmpty();
    }

    @Test
    void everySecretIsAnotherAndSoIsEveryCiphertext() {
        assertThat(secrets.open(fresh))
                .hasSize(32)
                .isNotEqualTo(secrets.open(old))
                .isNotEqualTo(new byte[32]);
        assertThat(fresh).as("nonce, secret and tag").hasSize(12 + 32 + 16);
        assertThat(Arrays.copyOf(fresh, 12))
                .isNotEqualTo(Arrays.copyOf(old, 12))
                .isNotEqualTo(new byte[12]);
        assertThat(secrets.text(fresh)).isEqualTo("whsec_" + Base64.getEncoder().encodeToString(secrets.open(fresh)));
    }

    @Test
    void aChangedCiphertextDoesNotOpen() {
        for (int at = 0; at < fresh.length; at++) {
            byte[] changed = fresh.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> secrets.open(changed)).isInstanceOf(IllegalStateException.class);
        }
    }
}
