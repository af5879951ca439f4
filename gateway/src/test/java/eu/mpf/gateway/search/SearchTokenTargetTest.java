package eu.mpf.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as a page token of the search is read as it will be written, or refused. Sought by {@code ./mpf fuzz SearchTokenTargetTest}; here the known inputs only. */
@Tag("E27")
public class SearchTokenTargetTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            var tokens = SearchToken.read(new String(input, StandardCharsets.UTF_8));
            if (!SearchToken.read(SearchToken.write(tokens)).equals(tokens)) {
                throw new IllegalStateException("a token is another one when it is written and read");
            }
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(SearchTokenTargetTest.class, SearchTokenTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
