package eu.mpf.calls.clarification.api;

import eu.mpf.calls.clarification.Answer;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Texts;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer for everybody: {@code answer} in the language of the question, or {@code answerText} in several.
 *
 * @param question the question in other words, where the asker's would show who asked
 */
public record AnswerRequest(
        @Nullable
        @Size(max = LONGEST_ANSWER)
        @Schema(description = "In the language of the question. Either this or `answerText`.", pattern = "\\S")
        String answer,

        @Nullable
        @Size(max = LONGEST_QUESTION)
        @Schema(description = "The question in other words, in its language. Either this or `questionText`.")
        String question,

        @Nullable @Schema(description = "The answer in one language or several.")
        LocalizedText answerText,

        @Nullable @Schema(description = "The question in other words, in one language or several.")
        LocalizedText questionText) {

    private static final int LONGEST_ANSWER = 10_000;
    private static final int LONGEST_QUESTION = 4_000;

    /** @throws eu.mpf.web.problem.ProblemException 400 for no answer, one that is blank or too long, and for two of a kind */
    Answer toAnswer() {
        Violations violations = new Violations();
        violations.check(answer != null || answerText != null, "/answer", "required", "must not be null");
        Answer.Words given = words("/answer", answer, answerText, LONGEST_ANSWER, violations);
        Answer.Words reworded = words("/question", question, questionText, LONGEST_QUESTION, violations);
        violations.throwIfAny();
        return new Answer(Objects.requireNonNull(given), reworded);
    }

    private static Answer.@Nullable Words words(
            String pointer,
            @Nullable String single,
            @Nullable LocalizedText several,
            int longest,
            Violations violations) {
        if (several != null) {
            violations.check(single == null, pointer, "twice", "is there in one language and in several");
            several.values()
                    .forEach((language, text) -> violations.check(
                            text.length() <= longest,
                            pointer + "Text/" + language,
                            "too-long",
                            "may have %d characters".formatted(longest)));
            return new Answer.Several(several);
        }
        violations.check(single == null || !Texts.isBlank(single), pointer, "blank", "must say something");
        return single == null ? null : new Answer.Single(single);
    }

    List<FoundLink> links() {
        return new FoundLinks()
                .text("/answer", "Answer", answer)
                .text("/question", "Question", question)
                .text("/answerText", "Answer", answerText)
                .text("/questionText", "Question", questionText)
                .list();
    }
}
