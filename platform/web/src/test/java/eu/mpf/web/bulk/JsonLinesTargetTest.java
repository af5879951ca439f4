package eu.mpf.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as JSON lines has rows whose fields can be asked for, or is refused. Sought by {@code ./mpf fuzz JsonLinesTargetTest}; here the known inputs only. */
@Tag("E27")
public class JsonLinesTargetTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try {
            RowReadersFuzzTest.drain(new JsonLinesReader(
                    new BufferedReader(new StringReader(new String(input, StandardCharsets.UTF_8))), JSON));
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(JsonLinesTargetTest.class, JsonLinesTargetTest::fuzzerTestOneInput))
                .isPositive();
    }

    private static final JsonMapper JSON = new JsonMapper();
}
