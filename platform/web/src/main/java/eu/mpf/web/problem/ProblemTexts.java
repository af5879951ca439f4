package eu.mpf.web.problem;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Titles in the languages offered: English from the catalogue itself, the others from bundles by code. */
public final class ProblemTexts {
    /** In which there are titles; English, the first, stands in for all others. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private ProblemTexts() {}

    /** The offered language a header prefers; English if it names none of them, or cannot be read. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var match = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return match == null ? Locale.ENGLISH : match;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /** The title of a problem in one of the offered languages. */
    public static String title(ProblemType type, Locale language) {
        if (language.equals(Locale.ENGLISH)) {
            return type.title();
        }
        // The service's own bundle first, then the platform's.
        for (var bundle : List.of("problems", "eu.mpf.web.problems")) {
            try {
                var texts = ResourceBundle.getBundle(
                        bundle,
                        language,
                        Thread.currentThread().getContextClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                if (texts.containsKey(type.code())) {
                    return texts.getString(type.code());
                }
            } catch (MissingResourceException e) {
                // A service need not translate its titles.
            }
        }
        return type.title();
    }
}
