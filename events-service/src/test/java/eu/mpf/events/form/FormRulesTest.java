package eu.mpf.events.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each limit belongs to one type of question, and both ends of it count as within. */
@Tag("E12")
class FormRulesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalizedText LABEL = LocalizedText.of("en", "Question");
    private static final LocalDate DAY = LocalDate.of(2030, 6, 30);
    private static final Set<QuestionType> CHOICES = EnumSet.of(QuestionType.CHOICE, QuestionType.MULTI_CHOICE);
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private static FormQuestion question(
            QuestionType type,
            @Nullable List<FormQuestion.Option> options,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {
        return new FormQuestion("q", type, LABEL, null, true, options, maxLength, min, max, earliest, latest, null);
    }

    private static List<FormQuestion.Option> options(String... keys) {
        return Arrays.stream(keys)
                .map(key -> new FormQuestion.Option(key, LABEL))
                .toList();
    }

    private static @Nullable List<FormQuestion.Option> offered(QuestionType type) {
        return CHOICES.contains(type) ? options("a") : null;
    }

    private static FormQuestion numbers(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        return question(QuestionType.NUMBER, null, null, min, max, null, null);
    }

    private static FormQuestion days(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        return question(QuestionType.DATE, null, null, null, null, earliest, latest);
    }

    private static List<String> faults(FormQuestion question) {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> FormRules.check(List.of(question)));
        return problem == null
                ? List.of()
                : problem.errors().stream()
                        .map(error -> error.pointer().replace("/questions/0/", "") + " " + error.code())
                        .toList();
    }

    private static List<String> refused(FormQuestion question, JsonNode answer) {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> new RegistrationForm(1, List.of(question)).accept(Map.of("q", answer)));
        return problem == null
                ? List.of()
                : problem.errors().stream().map(error -> error.code()).toList();
    }

    private static List<String> unless(boolean fits, String fault) {
        return fits ? List.of() : List.of(fault);
    }

    @ParameterizedTest
    @EnumSource
    void aLimitBelongsToOneTypeAndIsRefusedOnOthers(QuestionType type) {
        boolean number = type == QuestionType.NUMBER;
        boolean date = type == QuestionType.DATE;
        List<FormQuestion.Option> offered = offered(type);
        assertThat(faults(question(type, offered, 10, null, null, null, null)))
                .isEqualTo(unless(type == QuestionType.TEXT, "maxLength not-applicable"));
        assertThat(faults(question(type, offered, null, BigDecimal.ONE, null, null, null)))
                .isEqualTo(unless(number, "min not-applicable"));
        assertThat(faults(question(type, offered, null, null, BigDecimal.ONE, null, null)))
                .isEqualTo(unless(number, "max not-applicable"));
        assertThat(faults(question(type, offered, null, null, null, DAY, null)))
                .isEqualTo(unless(date, "earliest not-applicable"));
        assertThat(faults(question(type, offered, null, null, null, null, DAY)))
                .isEqualTo(unless(date, "latest not-applicable"));
    }

    @ParameterizedTest
    @EnumSource
    void optionsBelongToChoicesEachOnce(QuestionType type) {
        boolean choice = CHOICES.contains(type);
        assertThat(faults(question(type, null, null, null, null, null, null)))
                .isEqualTo(unless(!choice, "options required"));
        assertThat(faults(question(type, options("a", "b"), null, null, null, null, null)))
                .isEqualTo(unless(choice, "options not-applicable"));
        assertThat(faults(question(type, options("a", "a"), null, null, null, null, null)))
                .contains("options duplicate");
    }

    @Test
    void theLeastIsNotMoreThanTheMost() {
        assertThat(faults(numbers(BigDecimal.ONE, BigDecimal.ONE))).isEmpty();
        assertThat(faults(numbers(new BigDecimal("1.01"), BigDecimal.ONE))).containsExactly("max below-min");
        assertThat(faults(days(DAY, DAY))).isEmpty();
        assertThat(faults(days(DAY, DAY.minusDays(1)))).containsExactly("latest before-earliest");
        assertThat(faults(days(DAY, null))).isEmpty();
        assertThat(faults(days(null, DAY))).isEmpty();
    }

    @Test
    void aLimitIsANumberThatSomebodyCountsIn() {
        BigDecimal more = LARGEST.add(BigDecimal.ONE);
        assertThat(faults(numbers(LARGEST.negate(), LARGEST))).isEmpty();
        assertThat(faults(numbers(more.negate(), null))).containsExactly("min out-of-range");
        assertThat(faults(numbers(null, more))).containsExactly("max out-of-range");
    }

    @Test
    void anAnswerIsANumberThatSomebodyCountsIn() {
        assertThat(refused(numbers(null, null), JSON.numberNode(LARGEST))).isEmpty();
        assertThat(refused(numbers(null, null), JSON.numberNode(LARGEST.add(BigDecimal.ONE))))
                .containsExactly("out-of-range");
        assertThat(refused(numbers(null, null), JSON.numberNode(new BigDecimal("1e-400"))))
                .isEmpty();
        assertThat(refused(numbers(null, null), JSON.numberNode(new BigDecimal("1e-401"))))
                .containsExactly("out-of-range");
        assertThat(refused(numbers(null, null), JSON.numberNode(0.5))).isEmpty();
        assertThat(refused(numbers(null, null), JSON.numberNode(Double.POSITIVE_INFINITY)))
                .containsExactly("out-of-range");
        assertThat(refused(numbers(null, null), JSON.numberNode(Float.NaN))).containsExactly("out-of-range");
    }

    @Test
    void aTextHasAsManyCharactersAsItMayAndNoMore() {
        FormQuestion two = question(QuestionType.TEXT, null, 2, null, null, null, null);
        assertThat(refused(two, JSON.textNode("\uD83D\uDE00\uD83D\uDE00")))
                .as("two of four units")
                .isEmpty();
        assertThat(refused(two, JSON.textNode("abc"))).containsExactly("too-long");
        FormQuestion usual = question(QuestionType.TEXT, null, null, null, null, null, null);
        assertThat(refused(usual, JSON.textNode("a".repeat(1000)))).isEmpty();
        assertThat(refused(usual, JSON.textNode("a".repeat(1001)))).containsExactly("too-long");
    }

    @Test
    void aDayIsNotAfterTheLatestAndNotBeforeTheEarliest() {
        FormQuestion one = days(DAY, DAY);
        assertThat(refused(one, JSON.textNode("2030-06-30"))).isEmpty();
        assertThat(refused(one, JSON.textNode("2030-06-29"))).containsExactly("too-early");
        assertThat(refused(one, JSON.textNode("2030-07-01"))).containsExactly("too-late");
    }

    @Test
    void whoMustChooseChoosesSomething() {
        FormQuestion must = question(QuestionType.MULTI_CHOICE, options("a"), null, null, null, null, null);
        assertThat(refused(must, JSON.arrayNode())).containsExactly("required");
        FormQuestion may = new FormQuestion(
                "q", QuestionType.MULTI_CHOICE, LABEL, null, false, options("a"), null, null, null, null, null, null);
        assertThat(refused(may, JSON.arrayNode())).isEmpty();
    }
}
