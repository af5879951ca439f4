package eu.mpf.events.form;

import eu.mpf.web.problem.Violations;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes sense in a form: keys are unique, conditions look back, limits fit the type. */
final class FormRules {
    private FormRules() {}

    static void check(List<FormQuestion> questions) {
        Violations wrong = new Violations();
        Map<String, FormQuestion> earlier = new HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            FormQuestion question = questions.get(i);
            String at = "/questions/" + i;
            wrong.check(!earlier.containsKey(question.key()), at + "/key", "duplicate", "is used above already");
            options(question, at, wrong);
            limits(question, at, wrong);
            condition(question, earlier, at, wrong);
            earlier.putIfAbsent(question.key(), question);
        }
        wrong.throwIfAny();
    }

    private static void options(FormQuestion question, String at, Violations wrong) {
        boolean choice = question.type() == QuestionType.CHOICE || question.type() == QuestionType.MULTI_CHOICE;
        List<String> keys = question.optionKeys();
        if (choice) {
            wrong.check(!keys.isEmpty(), at + "/options", "required", "names what can be chosen");
        } else {
            wrong.check(question.options() == null, at + "/options", "not-applicable", "belongs to choices only");
        }
        wrong.check(keys.size() == keys.stream().distinct().count(), at + "/options", "duplicate", "holds a key twice");
    }

    private static void limits(FormQuestion question, String at, Violations wrong) {
        fits(question.maxLength(), question.type() == QuestionType.TEXT, at + "/maxLength", wrong);
        boolean number = question.type() == QuestionType.NUMBER;
        fits(question.min(), number, at + "/min", wrong);
        fits(question.max(), number, at + "/max", wrong);
        withinReach(question.min(), at + "/min", wrong);
        withinReach(question.max(), at + "/max", wrong);
        boolean date = question.type() == QuestionType.DATE;
        fits(question.earliest(), date, at + "/earliest", wrong);
        fits(question.latest(), date, at + "/latest", wrong);
        if (question.min() != null && question.max() != null) {
            wrong.check(question.min().compareTo(question.max()) <= 0, at + "/max", "below-min", "is less than min");
        }
        if (question.earliest() != null && question.latest() != null) {
            wrong.check(
                    !question.latest().isBefore(question.earliest()),
                    at + "/latest",
                    "before-earliest",
                    "lies before earliest");
        }
    }

    private static void fits(@Nullable Object limit, boolean applies, String pointer, Violations wrong) {
        wrong.check(limit == null || applies, pointer, "not-applicable", "does not belong to this type");
    }

    private static void withinReach(@Nullable BigDecimal limit, String pointer, Violations wrong) {
        wrong.check(
                limit == null || AnswerRules.isWithinReach(limit),
                pointer,
                "out-of-range",
                "must lie between -1e15 and 1e15");
    }

    private static void condition(
            FormQuestion question, Map<String, FormQuestion> earlier, String at, Violations wrong) {
        FormQuestion.Condition condition = question.askedIf();
        if (condition == null) {
            return;
        }
        FormQuestion of = earlier.get(condition.question());
        if (of == null) {
            wrong.add(at + "/askedIf/question", "unknown-question", "is no question above this one");
            return;
        }
        List<String> possible = switch (of.type()) {
            case CHOICE, MULTI_CHOICE -> of.optionKeys();
            case BOOLEAN -> List.of("true", "false");
            case TEXT, NUMBER, DATE -> condition.anyOf();
        };
        for (int i = 0; i < condition.anyOf().size(); i++) {
            wrong.check(
                    possible.contains(condition.anyOf().get(i)),
                    at + "/askedIf/anyOf/" + i,
                    "never-answered",
                    "is no answer to " + of.key());
        }
    }
}
