package eu.mpf.web.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in one or more languages.
 *
 * @param values text by BCP 47 language tag; the 24 official languages of the Union
 */
@Schema(
        name = "LocalizedText",
        type = SchemaType.OBJECT,
        description = "A text by language: BCP 47 tags of the 24 official languages of the Union.",
        additionalProperties = String.class,
        examples = "{\"en\":\"Border management\",\"fr\":\"Gestion des frontières\"}")
public record LocalizedText(
        @JsonValue @Schema(hidden = true) Map<String, String> values) {

    /** The official languages of the European Union (Regulation No 1). */
    public static final Set<String> LANGUAGES = Set.of(
            "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl",
            "pl", "pt", "ro", "sk", "sl", "sv");

    /** @throws IllegalArgumentException for no text, a blank text or a language not among the 24 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText(Map<String, String> values) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        values.forEach((language, text) -> {
            if (!LANGUAGES.contains(language)) {
                throw new IllegalArgumentException("%s is not an official language of the Union".formatted(language));
            }
            if (text == null || Texts.isBlank(text)) {
                throw new IllegalArgumentException("the text in %s is blank".formatted(language));
            }
        });
        // Most texts are in one language; those in several stand in the order of their tags.
        this.values = values.size() == 1 ? only(values) : Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** As {@link Map#copyOf}, which would make a table of the one text first. */
    private static Map<String, String> only(Map<String, String> values) {
        var text = values.entrySet().iterator().next();
        return Map.of(text.getKey(), text.getValue());
    }

    public static LocalizedText of(String language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    /** The text in the first of these languages there is, else in English, else in the first by tag. */
    public String get(List<Locale> preferred) {
        return Objects.requireNonNull(values.get(language(preferred)));
    }

    /** The language {@link #get(List)} picks, for {@code Content-Language}. */
    public String language(List<Locale> preferred) {
        for (Locale locale : preferred) {
            if (values.containsKey(locale.getLanguage())) {
                return locale.getLanguage();
            }
        }
        return values.containsKey("en") ? "en" : values.keySet().iterator().next();
    }
}
