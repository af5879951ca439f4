package eu.mpf.gateway.policy.auth;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as an API key is none, or is known by its beginning and tells no log what follows. Sought by {@code ./mpf fuzz KeyTextTargetTest}; here the known inputs only. */
@Tag("E27")
public class KeyTextTargetTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        KeyText key = KeyText.parse(text);
        if (key == null) {
            return; // as it should
        }
        if (!key.whole().equals(text) || !text.startsWith(key.prefix() + "_") || key.hash().length != 32) {
            throw new IllegalStateException("another key than was written");
        }
        if (key.toString().length() > key.prefix().length() + 2) {
            throw new IllegalStateException("the secret would stand in a log");
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(KeyTextTargetTest.class, KeyTextTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
