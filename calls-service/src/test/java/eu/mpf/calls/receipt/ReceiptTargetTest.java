package eu.mpf.calls.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.testkit.fuzz.Seeds;
import eu.mpf.web.json.JsonSettings;
import jakarta.enterprise.inject.Vetoed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as a receipt is none of ours: none of these is signed by a key that is known. Sought by {@code ./mpf fuzz ReceiptTargetTest}; here the known inputs only. */
@Tag("E27")
public class ReceiptTargetTest {

    /** RFC 8037, appendix A. */
    private static final SigningKey KEY =
            SigningKey.of("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", null);

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new JsonSettings().customize(JSON);
    }

    private static final Receipts RECEIPTS = new Receipts(new KnownKey(), null, JSON);

    /** One key, without a database. */
    @Vetoed
    private static final class KnownKey extends ReceiptKeys {

        KnownKey() {
            super(null, null);
        }

        @Override
        List<SigningKey> all() {
            return List.of(KEY);
        }
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (RECEIPTS.verify(new String(input, StandardCharsets.UTF_8)).isPresent()) {
            throw new IllegalStateException("a receipt that nobody signed is believed");
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(ReceiptTargetTest.class, ReceiptTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
