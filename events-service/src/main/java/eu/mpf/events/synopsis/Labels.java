package eu.mpf.events.synopsis;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The report's own words in one language; see {@code synopsis/labels.properties}. */
public final class Labels {
    /** Languages a report can be written in, whatever languages the event's own texts are in. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "de");

    private static final ResourceBundle.Control BY_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle words;

    private Labels(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "synopsis.labels", locale, Thread.currentThread().getContextClassLoader(), BY_LANGUAGE_ONLY);
    }

    /** @param language one of {@link #LANGUAGES}; for any other the words are English */
    static Labels in(String language) {
        return new Labels(Locale.forLanguageTag(language));
    }

    Locale locale() {
        return locale;
    }

    /** @throws java.util.MissingResourceException if there is no such label: a fault of the program */
    public String of(String key) {
        return format(key);
    }

    String format(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    /** As it stands, for patterns. */
    String raw(String key) {
        return words.getString(key);
    }

    /** Small numbers in words, others in digits. */
    String number(long n) {
        String[] numbers = words.getString("numbers").split(",");
        return n < numbers.length ? numbers[(int) n] : Long.toString(n);
    }

    /** So many of something, with the number in words. */
    String count(String what, long n) {
        return format("count." + what, n, number(n));
    }
}
