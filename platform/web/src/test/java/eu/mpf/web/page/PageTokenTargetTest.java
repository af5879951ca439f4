package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as a page token is ours as it was, or refused. Sought by {@code ./mpf fuzz PageTokenTargetTest}; here the known inputs only. */
@Tag("E27")
public class PageTokenTargetTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        var tokens = new PageTokens("key");
        var ours = new PageTokens.Position("title", "hash", Arrays.asList("Ž", null, "0190"));
        try {
            if (!tokens.read(new String(input, StandardCharsets.UTF_8), "title", "hash")
                    .equals(ours)) {
                throw new IllegalStateException("a token nobody gave out is taken");
            }
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(PageTokenTargetTest.class, PageTokenTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
