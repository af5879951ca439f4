package eu.mpf.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.value.LocalizedText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever languages somebody prefers, a text is told in one that it has. Sought by {@code ./mpf fuzz AcceptLanguageTargetTest}; here the known inputs only. */
@Tag("E27")
public class AcceptLanguageTargetTest {

    private static final LocalizedText TEXT =
            new LocalizedText(Map.of("en", "Border", "fr", "Frontière", "el", "Σύνορο"));

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        var preferred = Languages.parse(new String(input, StandardCharsets.ISO_8859_1));
        if (preferred.stream().anyMatch(locale -> locale.getLanguage().isEmpty())) {
            throw new IllegalStateException("prefers no language: " + preferred);
        }
        if (!TEXT.get(preferred).equals(TEXT.values().get(TEXT.language(preferred)))) {
            throw new IllegalStateException("the text is in another language than is told");
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(AcceptLanguageTargetTest.class, AcceptLanguageTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
