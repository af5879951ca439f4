package eu.mpf.calls.clarification;

import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a question and its answer say, in the languages they are there in.
 *
 * @param language in which the question was asked
 * @param bindingLanguage whose version of the answer counts: the call's, where it was answered in that
 */
public record Wording(
        String language,
        LocalizedText question,
        @Nullable LocalizedText answer,
        @Nullable String bindingLanguage) {

    /** As stored. @param binding the call's binding language, in which is what names no other */
    public static Wording of(
            String binding,
            @Nullable String language,
            String question,
            @Nullable LocalizedText questionText,
            @Nullable String answer,
            @Nullable LocalizedText answerText) {
        String asked = language == null ? binding : language;
        LocalizedText answered = answer == null ? null : text(answer, answerText, asked);
        return new Wording(
                asked,
                text(question, questionText, asked),
                answered,
                answered == null ? null : BindingLanguage.of(binding, answered));
    }

    /** The release before this one changes the single version alone: what is then beside it is out of date. */
    private static LocalizedText text(String single, @Nullable LocalizedText all, String language) {
        return all != null && all.values().containsValue(single) ? all : LocalizedText.of(language, single);
    }
}
