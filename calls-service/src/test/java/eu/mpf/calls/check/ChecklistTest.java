package eu.mpf.calls.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.call.CheckRules;
import eu.mpf.calls.call.ChecklistItem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C12")
class ChecklistTest {

    private static final CheckRules RULES =
            new CheckRules(null, null, List.of(point("signed", false), point("translated", true)));

    private static ChecklistItem point(String code, boolean optional) {
        return new ChecklistItem(code, LocalizedText.of("en", code), optional);
    }

    private static EligibilityCheck.Item answer(String code, boolean met) {
        return new EligibilityCheck.Item(code, met, null);
    }

    private static void taken(@Nullable CheckRules rules, boolean eligible, EligibilityCheck.Item... answers) {
        assertThatCode(() -> Checklist.require(rules, List.of(answers), eligible))
                .doesNotThrowAnyException();
    }

    private static void refused(boolean eligible, List<String> faults, EligibilityCheck.Item... answers) {
        assertThatThrownBy(() -> Checklist.require(RULES, List.of(answers), eligible))
                .asInstanceOf(type(ProblemException.class))
                .extracting(problem -> problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList())
                .isEqualTo(faults);
    }

    @Test
    void aCallWithoutAListLeavesThePointsToTheOfficer() {
        taken(null, true, answer("anything", false));
        taken(CheckRules.NONE, true, answer("anything", false));
    }

    @Test
    void whatIsOptionalMayBeMissingAndTheRestMayNot() {
        taken(RULES, true, answer("signed", true), answer("translated", false));
        refused(true, List.of("/checklist/0/met not-met"), answer("signed", false), answer("translated", true));
    }

    @Test
    void whatIsNotEligibleNeedNotMeetAnything() {
        taken(RULES, false, answer("signed", false), answer("translated", false));
    }

    @Test
    void everyPointIsAnsweredOnceAndNoOther() {
        refused(true, List.of("/checklist unanswered"), answer("signed", true));
        refused(
                true,
                List.of("/checklist/2/item duplicate"),
                answer("signed", true),
                answer("translated", true),
                answer("signed", true));
        refused(
                true,
                List.of("/checklist/2/item unknown-item"),
                answer("signed", true),
                answer("translated", true),
                answer("stamped", false));
    }
}
