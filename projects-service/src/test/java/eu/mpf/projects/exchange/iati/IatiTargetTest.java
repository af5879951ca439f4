package eu.mpf.projects.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.testkit.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes as a file of IATI activities becomes lines of JSON, or is refused. Sought by {@code ./mpf fuzz IatiTargetTest}; here the known inputs only. */
@Tag("E27")
public class IatiTargetTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try (var lines = IatiReader.lines(new ByteArrayInputStream(input), JSON);
                var read = JSON.readerFor(JsonNode.class).readValues(lines)) {
            while (read.hasNext()) {
                read.next();
            }
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(IatiTargetTest.class, IatiTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
