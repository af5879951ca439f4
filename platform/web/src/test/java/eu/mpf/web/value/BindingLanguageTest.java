package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X10")
class BindingLanguageTest {

    private static final LocalizedText ENGLISH_FRENCH = new LocalizedText(Map.of("fr", "Frontières", "en", "Borders"));
    private static final LocalizedText FRENCH_GERMAN = new LocalizedText(Map.of("fr", "Frontières", "de", "Grenzen"));

    @Test
    void itIsWhatIsSaidElseEnglishElseTheFirst() {
        assertThat(BindingLanguage.of("fr", ENGLISH_FRENCH)).isEqualTo("fr");
        assertThat(BindingLanguage.of(null, ENGLISH_FRENCH)).isEqualTo("en");
        assertThat(BindingLanguage.of(null, FRENCH_GERMAN)).isEqualTo("de");
        assertThat(BindingLanguage.of("pt", FRENCH_GERMAN)).isEqualTo("de");
    }

    @Test
    void itStandsInWhereTheReadersLanguagesAreMissing() {
        List<Locale> portuguese = List.of(Locale.of("pt"));
        assertThat(ENGLISH_FRENCH.get(BindingLanguage.after(portuguese, "fr"))).isEqualTo("Frontières");
        assertThat(ENGLISH_FRENCH.get(BindingLanguage.after(List.of(Locale.ENGLISH), "fr")))
                .isEqualTo("Borders");
        // A text that lacks even the binding language comes in English.
        assertThat(LocalizedText.of("en", "Borders").get(BindingLanguage.after(portuguese, "fr")))
                .isEqualTo("Borders");
    }

    @Test
    void everyTextHasToBeThereInTheLanguageThatIsSaid() {
        Map<String, LocalizedText> texts = Map.of("/title", ENGLISH_FRENCH, "/summary", FRENCH_GERMAN);
        assertThat(BindingLanguage.missing("en", texts)).containsExactly("/summary");
        assertThat(BindingLanguage.missing("fr", texts)).isEmpty();
        assertThat(BindingLanguage.missing("pt", texts)).containsExactly("/summary", "/title");
        assertThat(BindingLanguage.missing(null, texts)).isEmpty();
    }
}
