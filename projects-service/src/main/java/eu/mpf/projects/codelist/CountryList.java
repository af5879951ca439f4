package eu.mpf.projects.codelist;

import eu.mpf.web.value.Countries;
import eu.mpf.web.value.LocalizedText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Countries of ISO 3166-1, and Kosovo under the user-assigned code XK; names from the Unicode CLDR of the JDK. */
final class CountryList {

    static final String NAME = "countries";

    private static final Map<String, List<String>> ALIASES = Map.of(
            "GR", List.of("EL"),
            "GB", List.of("UK"),
            "CV", List.of("Cape Verde", "Cabo Verde"),
            "TR", List.of("Turkey", "Türkiye"));

    private CountryList() {}

    static CodeList read() {
        List<CodeListEntry> entries = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
                .filter(Countries::known)
                .sorted()
                .map(code -> new CodeListEntry(code, names(code), ALIASES.getOrDefault(code, List.of())))
                .toList();
        LocalizedText title = new LocalizedText(Map.of("en", "Countries", "fr", "Pays", "de", "Länder"));
        return new CodeList(NAME, 1, title, "ISO 3166-1", entries);
    }

    private static LocalizedText names(String code) {
        Locale country = new Locale.Builder().setRegion(code).build();
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : List.of("en", "fr", "de")) {
            names.put(language, country.getDisplayCountry(Locale.forLanguageTag(language)));
        }
        return new LocalizedText(names);
    }
}
