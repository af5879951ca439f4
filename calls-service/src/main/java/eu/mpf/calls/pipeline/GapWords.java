package eu.mpf.calls.pipeline;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** How it is said that figures do not add up, in one of the languages that there are. */
public final class GapWords {

    /** English first: it stands in for all others. */
    public static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private final Locale language;
    private final ResourceBundle words;

    private GapWords(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "pipeline.gap", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    static GapWords in(Locale language) {
        return new GapWords(language);
    }

    String of(long received, long accounted) {
        long gap = received - accounted;
        return new MessageFormat(words.getString(gap > 0 ? "missing" : "surplus"), language)
                .format(new Object[] {received, accounted, Math.abs(gap)});
    }
}
