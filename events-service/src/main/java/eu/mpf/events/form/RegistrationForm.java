package eu.mpf.events.form;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.web.problem.Violations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an event's registration form, as of one version. Version 0 is the form nobody has written: it asks
 * nothing.
 */
public record RegistrationForm(int version, List<FormQuestion> questions) {

    /** An event that asks nothing of its own. */
    public static final RegistrationForm NONE = new RegistrationForm(0, List.of());

    /**
     * The answers, checked against the questions: all that are asked and required are there, and nothing else.
     * JSON {@code null} is no answer.
     *
     * @throws eu.mpf.web.problem.ProblemException 400 with every wrong answer, each by its pointer
     */
    public Map<String, JsonNode> accept(@Nullable Map<String, JsonNode> given) {
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((key, answer) -> {
                if (answer != null && !answer.isNull()) {
                    rest.put(key, answer);
                }
            });
        }
        Violations wrong = new Violations();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (FormQuestion question : questions) {
            JsonNode answer = rest.remove(question.key());
            String pointer = "/answers/" + question.key();
            if (!question.isAsked(answers)) {
                wrong.check(answer == null, pointer, "not-asked", "is not asked after what was answered before");
            } else if (answer == null) {
                wrong.check(!question.isRequired(), pointer, "required", "must be answered");
            } else {
                AnswerRules.check(question, answer, pointer, wrong);
                answers.put(question.key(), answer);
            }
        }
        rest.keySet()
                .forEach(key -> wrong.add(
                        "/answers/" + key.replace("~", "~0").replace("/", "~1"),
                        "unknown",
                        "is no question of this form"));
        wrong.throwIfAny();
        return answers;
    }
}
