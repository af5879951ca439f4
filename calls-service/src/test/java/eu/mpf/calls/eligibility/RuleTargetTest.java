package eu.mpf.calls.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.fuzz.Seeds;
import eu.mpf.web.value.LocalizedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is written as a rule is refused with a reason, or can be asked of an application. Sought by {@code ./mpf fuzz RuleTargetTest}; here the known inputs only. */
@Tag("E27")
public class RuleTargetTest {

    private static final RuleEngine ENGINE = new RuleEngine();
    private static final int LONGEST = 4_000;

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String expression = new String(input, StandardCharsets.UTF_8);
        if (expression.isBlank() || expression.length() > LONGEST) {
            return; // refused before it comes here
        }
        Rule rule = new Rule("rule", null, LocalizedText.of("en", "A rule."), null, expression, "");
        boolean refused = ENGINE.fault(rule, RuleEngineTest.WORDS).isPresent();
        List<RuleFailure> failures =
                ENGINE.failures(List.of(rule), Stage.FULL_APPLICATION, RuleEngineTest.facts(17_851_292, 16_958_727));
        if (failures.size() > 1) {
            throw new IllegalStateException("one rule failed more than once");
        }
        boolean canBeAsked = RuleEngineTest.WORDS.typical().stream()
                .map(facts -> ENGINE.failures(List.of(rule), Stage.FULL_APPLICATION, facts))
                .allMatch(each -> each.isEmpty() || each.getFirst().note() == null);
        if (!refused && !canBeAsked) {
            throw new IllegalStateException("a rule is taken that cannot be asked");
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(RuleTargetTest.class, RuleTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
