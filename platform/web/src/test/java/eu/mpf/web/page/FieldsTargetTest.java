package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever fields are asked for, an answer with only these holds nothing that it did not hold, and is the same when it is asked for again. Sought by {@code ./mpf fuzz FieldsTargetTest}; here the known inputs only. */
@Tag("E27")
public class FieldsTargetTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode ANSWER = JSON.valueToTree(
            new Project("P-1", new Lead("MPF", new Lead("EU", null)), java.util.List.of(new Lead("LV", null))));

    record Lead(String name, @Nullable Lead parent) {}

    record Project(String code, Lead lead, java.util.List<Lead> partners) {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        var fields = Fields.of(new String(input, StandardCharsets.UTF_8));
        var kept = fields.prune(ANSWER);
        requireWithin(kept, ANSWER);
        if (!fields.prune(kept).equals(kept)) {
            throw new IllegalStateException("twice is not once");
        }
        try {
            fields.check(JSON, new Project("P-1", new Lead("MPF", null), java.util.List.of()));
        } catch (ProblemException refused) {
            return; // as it should
        }
        if (fields.names().stream().noneMatch(name -> name.contains(".")) && kept.size() == 0) {
            throw new IllegalStateException("fields that are known are not there: " + fields);
        }
    }

    private static void requireWithin(JsonNode part, JsonNode whole) {
        if (part.isObject()) {
            part.properties().forEach(field -> requireWithin(field.getValue(), whole.path(field.getKey())));
        } else if (part.isArray()) {
            for (int i = 0; i < part.size(); i++) {
                requireWithin(part.get(i), whole.path(i));
            }
        } else if (!part.equals(whole)) {
            throw new IllegalStateException(part + " is not in the answer");
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(FieldsTargetTest.class, FieldsTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
