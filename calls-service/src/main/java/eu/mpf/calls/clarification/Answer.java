package eu.mpf.calls.clarification;

import eu.mpf.web.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An answer for everybody: either in the language of the question, or in several.
 *
 * @param question the question in other words, where the asker's would show who asked; null leaves it as it is
 */
public record Answer(Words answer, @Nullable Words question) {

    /** In one language, whichever the question's is, or in several. */
    public sealed interface Words {

        /** The text by language. @param language the question's */
        LocalizedText in(String language);
    }

    /** In the language of the question. */
    public record Single(String text) implements Words {
        @Override
        public LocalizedText in(String language) {
            return LocalizedText.of(language, text);
        }
    }

    /** By language. */
    public record Several(LocalizedText text) implements Words {
        @Override
        public LocalizedText in(String language) {
            return text;
        }
    }
}
