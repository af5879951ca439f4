package eu.mpf.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Instant;
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
        assertThat(new String(fresh, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(text.substring("whsec_".length()));
        assertThatThrownBy(() -> new Secrets("another key").text(fresh)).isInstanceOf(IllegalStateException.class);
    }
}
