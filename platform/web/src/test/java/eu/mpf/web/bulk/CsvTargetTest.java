package eu.mpf.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as CSV has rows whose cells can be asked for, or is refused. Sought by {@code ./mpf fuzz CsvTargetTest}; here the known inputs only. */
@Tag("E27")
public class CsvTargetTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try (var body = SpooledBody.ofText(new ByteArrayInputStream(input))) {
            RowReadersFuzzTest.drain(new CsvReader(body.text()));
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(CsvTargetTest.class, CsvTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
