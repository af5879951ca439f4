package eu.mpf.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X13")
class MailTemplatesTest {
    private final MailTemplates templates = new MailTemplates(new TemplateFiles(), new Adjustments());

    private static Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("name", "Ana $1 {day}");
        values.put("day", LocalDate.of(2023, 9, 28));
        values.put("at", ZonedDateTime.parse("2023-10-30T10:00+01:00[Europe/Brussels]"));
        values.put("price", new Money(new BigDecimal("1234.50"), "EUR"));
        values.put("title", new LocalizedText(Map.of("en", "Exchange", "fr", "Échange")));
        return values;
    }

    @Test
    void aLetterIsWrittenAsItsLanguageDoes() {
        var french = templates.fill("greeting", List.of(Locale.CANADA_FRENCH), values());
        assertThat(french.language()).isEqualTo("fr");
        assertThat(french.subject()).isEqualTo("Bienvenue, Ana $1 {day}");
        assertThat(french.body())
                .contains(
                        "le 28 septembre 2023",
                        "30 octobre 2023",
                        "10:00 (Europe/Brussels)",
                        "EUR 1\u202f234,50",
                        "Échange");
        var english = templates.fill("greeting", List.of(Locale.ENGLISH), values());
        assertThat(english.body()).contains("September 28, 2023", "EUR 1,234.50", "Exchange");
    }

    @Test
    void aLanguageThereIsNotFallsBackToTheNextPreferredAndThenToEnglish() {
        assertThat(templates
                        .fill("greeting", List.of(Locale.GERMAN, Locale.FRENCH), values())
                        .language())
                .isEqualTo("fr");
        assertThat(templates.fill("greeting", List.of(Locale.GERMAN), values()).language())
                .isEqualTo("en");
        assertThat(templates.fill("greeting", List.of(), values()).language()).isEqualTo("en");
    }

    @Test
    void aHoleInALetterIsAnErrorAndSoIsAValueWithoutAPlace() {
        var without = values();
        without.remove("day");
        assertThatThrownBy(() -> templates.fill("greeting", List.of(), without))
                .hasMessageContaining("[at, day, name, price, title] and was given [at, name, price, title]");
        var more = values();
        more.put("more", "x");
        assertThatThrownBy(() -> templates.fill("greeting", List.of(), more))
                .isInstanceOf(IllegalArgumentException.class);
        var odd = values();
        odd.put("day", new Object());
        assertThatThrownBy(() -> templates.fill("greeting", List.of(), odd))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTemplateOrOneWithoutASubjectIsAnError() {
        assertThatThrownBy(() -> templates.fill("none", List.of(), Map.of())).hasMessageContaining("mail/none");
        assertThatThrownBy(() -> templates.fill("broken", List.of(), Map.of("name", "x")))
                .hasMessageContaining("empty line");
    }

    @Test
    void aSubjectIsOneLineWhateverItsValuesHold() {
        var values = values();
        values.put("name", "Ana\r\nBcc: all@example.org");
        assertThat(templates.fill("greeting", List.of(), values).subject())
                .isEqualTo("Welcome, Ana Bcc: all@example.org");
    }
}
