package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is asked for as an order is read as it will be written, or refused. Sought by {@code ./mpf fuzz OrderByTargetTest}; here the known inputs only. */
@Tag("E27")
public class OrderByTargetTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            var keys = SortKey.parse(new String(input, StandardCharsets.UTF_8));
            if (!SortKey.parse(SortKey.text(keys)).equals(keys)) {
                throw new IllegalStateException("an order is another one when it is written and read");
            }
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(OrderByTargetTest.class, OrderByTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
