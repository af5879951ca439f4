package eu.mpf.projects.matrix;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** The words of the picture, in one of the languages that there are. */
public final class MatrixWords {

    /** English first: it stands in for all others. */
    public static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private final Locale language;
    private final List<Locale> languages;
    private final ResourceBundle words;

    private MatrixWords(Locale language, List<Locale> languages) {
        this.language = language;
        this.languages = languages;
        this.words = ResourceBundle.getBundle(
                "matrix.words", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /**
     * Words in one language.
     *
     * @param language one of those offered
     * @param preferred for the names of types, where the language has none
     */
    public static MatrixWords in(Locale language, List<Locale> preferred) {
        return new MatrixWords(
                language,
                Stream.concat(Stream.of(language), preferred.stream())
                        .distinct()
                        .toList());
    }

    String language() {
        return language.getLanguage();
    }

    /** In which the names of types are looked for, the first first. */
    List<Locale> languages() {
        return languages;
    }

    String of(String word, Object... values) {
        return new MessageFormat(words.getString(word), language).format(values);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(language == Locale.ENGLISH ? Locale.UK : language)
                .format(day);
    }
}
