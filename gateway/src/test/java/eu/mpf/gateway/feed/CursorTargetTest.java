package eu.mpf.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as a cursor of the change feed is ours, to the letter, or refused. Sought by {@code ./mpf fuzz CursorTargetTest}; here the known inputs only. */
@Tag("E27")
public class CursorTargetTest {

    private static final Cursors CURSORS = new Cursors(new byte[32]);
    private static final String OURS = CURSORS.at(7);

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String cursor = new String(input, StandardCharsets.UTF_8);
        try {
            if (CURSORS.position(cursor, "after") != 7 || !cursor.equals(OURS)) {
                throw new IllegalStateException("a cursor nobody gave out is taken");
            }
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(CursorTargetTest.class, CursorTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
