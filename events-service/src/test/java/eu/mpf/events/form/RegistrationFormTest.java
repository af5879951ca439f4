package eu.mpf.events.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E12")
class RegistrationFormTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalizedText LABEL = LocalizedText.of("en", "Question");

    private static FormQuestion question(String key, QuestionType type, boolean required) {
        return new FormQuestion(key, type, LABEL, null, required, null, null, null, null, null, null, null);
    }

    private static FormQuestion choice(String key, QuestionType type, boolean required, String... options) {
        List<FormQuestion.Option> offered = Arrays.stream(options)
                .map(option -> new FormQuestion.Option(option, LABEL))
                .toList();
        return new FormQuestion(key, type, LABEL, null, required, offered, null, null, null, null, null, null);
    }

    private static FormQuestion askedIf(FormQuestion q, String question, String... answers) {
        return new FormQuestion(
                q.key(),
                q.type(),
                q.label(),
                null,
                q.required(),
                q.options(),
                null,
                null,
                null,
                null,
                null,
                new FormQuestion.Condition(question, List.of(answers)));
    }

    private static List<String> refused(RegistrationForm form, Map<String, JsonNode> answers) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> form.accept(answers));
        assertThat(problem).as("the answers " + answers).isNotNull();
        return problem.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static RegistrationForm form(FormQuestion... questions) {
        FormRules.check(List.of(questions));
        return new RegistrationForm(1, List.of(questions));
    }

    @Test
    void everyTypeTakesItsOwnKindOfAnswerAndNoOther() {
        Map<QuestionType, JsonNode> fitting = Map.of(
                QuestionType.TEXT, JSON.textNode("Some words"),
                QuestionType.NUMBER, JSON.numberNode(3),
                QuestionType.CHOICE, JSON.textNode("a"),
                QuestionType.MULTI_CHOICE, JSON.arrayNode().add("a").add("b"),
                QuestionType.BOOLEAN, JSON.booleanNode(false),
                QuestionType.DATE, JSON.textNode("2023-09-21"));
        for (QuestionType type : QuestionType.values()) {
            boolean choice = type == QuestionType.CHOICE || type == QuestionType.MULTI_CHOICE;
            RegistrationForm form = form(choice ? choice("q", type, true, "a", "b") : question("q", type, true));
            for (QuestionType given : QuestionType.values()) {
                JsonNode answer = fitting.get(given);
                boolean text = type == QuestionType.TEXT && answer.isTextual();
                if (given == type || text) {
                    assertThat(form.accept(Map.of("q", answer))).containsEntry("q", answer);
                } else {
                    assertThat(refused(form, Map.of("q", answer)))
                            .isNotEmpty()
                            .allMatch(e -> e.startsWith("/answers/q"));
                }
            }
        }
    }

    @Test
    void everythingWrongIsToldAtOnceEachWithItsPointer() {
        RegistrationForm form = form(
                question("why", QuestionType.TEXT, true),
                choice("diet", QuestionType.CHOICE, true, "none", "vegan"),
                choice("days", QuestionType.MULTI_CHOICE, false, "mon", "tue"),
                question("arrival", QuestionType.DATE, true));
        assertThat(refused(
                        form,
                        Map.of(
                                "why", JSON.textNode("  "),
                                "diet", JSON.textNode("stones"),
                                "days", JSON.arrayNode().add("mon").add("sun").add("mon"),
                                "a/b", JSON.numberNode(1))))
                .containsExactlyInAnyOrder(
                        "/answers/why required",
                        "/answers/diet unknown-option",
                        "/answers/days/1 unknown-option",
                        "/answers/days/2 duplicate",
                        "/answers/arrival required",
                        "/answers/a~1b unknown");
    }

    @Test
    void aConditionalQuestionIsAskedOnlyAfterTheAnswerThatCallsForIt() {
        RegistrationForm form = form(
                question("hotel", QuestionType.BOOLEAN, true),
                askedIf(question("nights", QuestionType.NUMBER, true), "hotel", "true"));
        assertThat(form.accept(Map.of("hotel", JSON.booleanNode(false)))).containsOnlyKeys("hotel");
        assertThat(refused(form, Map.of("hotel", JSON.booleanNode(true)))).containsExactly("/answers/nights required");
        assertThat(refused(form, Map.of("hotel", JSON.booleanNode(false), "nights", JSON.numberNode(2))))
                .containsExactly("/answers/nights not-asked");
    }

    @Test
    void oneOfSeveralChoicesMeetsACondition() {
        RegistrationForm form = form(
                choice("days", QuestionType.MULTI_CHOICE, true, "mon", "tue"),
                askedIf(question("dinner", QuestionType.BOOLEAN, true), "days", "tue"));
        assertThat(refused(form, Map.of("days", JSON.arrayNode().add("mon").add("tue"))))
                .containsExactly("/answers/dinner required");
        assertThat(form.accept(Map.of("days", JSON.arrayNode().add("mon")))).containsOnlyKeys("days");
    }

    @Test
    void limitsCountTheirEndsAsWithin() {
        RegistrationForm form = form(
                new FormQuestion(
                        "n",
                        QuestionType.NUMBER,
                        LABEL,
                        null,
                        false,
                        null,
                        null,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        null,
                        null,
                        null),
                new FormQuestion(
                        "d",
                        QuestionType.DATE,
                        LABEL,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2023, 9, 20),
                        LocalDate.of(2023, 9, 22),
                        null),
                new FormQuestion("t", QuestionType.TEXT, LABEL, null, false, null, 3, null, null, null, null, null));
        for (String inside : List.of("1", "10", "1.5")) {
            form.accept(Map.of("n", JSON.numberNode(new BigDecimal(inside))));
        }
        assertThat(refused(form, Map.of("n", JSON.numberNode(new BigDecimal("10.01")))))
                .containsExactly("/answers/n too-large");
        assertThat(refused(form, Map.of("n", JSON.numberNode(0)))).containsExactly("/answers/n too-small");
        form.accept(Map.of("d", JSON.textNode("2023-09-20")));
        form.accept(Map.of("d", JSON.textNode("2023-09-22")));
        assertThat(refused(form, Map.of("d", JSON.textNode("2023-09-23")))).containsExactly("/answers/d too-late");
        assertThat(refused(form, Map.of("d", JSON.textNode("2023-02-30")))).containsExactly("/answers/d not-a-date");
        // Two letters that take two chars each are two characters all the same.
        form.accept(Map.of("t", JSON.textNode("\uD83D\uDE00\uD83D\uDE00")));
        assertThat(refused(form, Map.of("t", JSON.textNode("four")))).containsExactly("/answers/t too-long");
    }

    @Test
    void aNumberBeyondAllCountingIsRefusedAndNothingBreaks() {
        RegistrationForm form = form(question("n", QuestionType.NUMBER, true));
        for (JsonNode number : List.of(
                JSON.numberNode(Double.POSITIVE_INFINITY), // as 1e999 is read
                JSON.numberNode(Double.NEGATIVE_INFINITY),
                JSON.numberNode(1e16),
                JSON.numberNode(new BigDecimal("-1e999999999")),
                JSON.numberNode(new BigDecimal("1e-999999999")),
                JSON.numberNode(BigInteger.TEN.pow(900)))) {
            assertThat(refused(form, Map.of("n", number))).containsExactly("/answers/n out-of-range");
        }
        for (JsonNode number : List.of(JSON.numberNode(1e15), JSON.numberNode(-1_000_000_000_000_000L))) {
            assertThat(form.accept(Map.of("n", number))).containsEntry("n", number);
        }
    }

    @Test
    void aFormThatMakesNoSenseIsRefusedWhereItMakesNone() {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class,
                () -> form(
                        askedIf(question("a", QuestionType.TEXT, false), "later", "x"),
                        choice("b", QuestionType.CHOICE, false),
                        question("b", QuestionType.BOOLEAN, false),
                        askedIf(question("c", QuestionType.TEXT, false), "b", "perhaps"),
                        new FormQuestion(
                                "d",
                                QuestionType.TEXT,
                                LABEL,
                                null,
                                null,
                                null,
                                null,
                                BigDecimal.ONE,
                                null,
                                null,
                                null,
                                null),
                        new FormQuestion(
                                "e",
                                QuestionType.NUMBER,
                                LABEL,
                                null,
                                null,
                                null,
                                null,
                                BigDecimal.TEN,
                                BigDecimal.ONE,
                                null,
                                null,
                                null)));
        assertThat(problem.errors())
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactlyInAnyOrder(
                        "/questions/0/askedIf/question unknown-question",
                        "/questions/1/options required",
                        "/questions/2/key duplicate",
                        "/questions/3/askedIf/anyOf/0 never-answered",
                        "/questions/4/min not-applicable",
                        "/questions/5/max below-min");
    }

    @Test
    void nullIsNoAnswer() {
        RegistrationForm form = form(question("why", QuestionType.TEXT, false));
        assertThat(form.accept(Map.of("why", JSON.nullNode()))).isEmpty();
        assertThat(form.accept(null)).isEmpty();
    }
}
