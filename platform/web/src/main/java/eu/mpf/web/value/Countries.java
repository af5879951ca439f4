package eu.mpf.web.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Countries by ISO 3166-1 alpha-2 code. Input may be a code, an English name, or an alias that stands in EU documents
 * (EL, UK, XK, former names); one code is stored.
 */
public final class Countries {
    private static final Set<String> MEMBER_STATES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** XK is user-assigned in ISO 3166, and the code the EU uses for Kosovo. */
    private static final Set<String> CODES = codes();

    private static final Map<String, String> ALIASES = aliases();

    /** Names that administrators have added to the code list of countries. */
    private static volatile Map<String, String> learned = Map.of();

    private Countries() {}

    /**
     * Takes over more names, in place of those taken over before.
     *
     * @param codesByName ISO 3166 codes; those unknown here are left out
     */
    public static void learn(Map<String, String> codesByName) {
        var more = new HashMap<String, String>();
        codesByName.forEach((name, code) -> {
            if (CODES.contains(code)) {
                more.put(key(name), code);
            }
        });
        learned = Map.copyOf(more);
    }

    /** @throws IllegalArgumentException if nobody knows this country */
    public static String canonical(String input) {
        var found = lookUp(input);
        if (found == null) {
            throw new IllegalArgumentException("%s is not a country known to ISO 3166".formatted(input));
        }
        return found;
    }

    public static boolean known(String input) {
        return lookUp(input) != null;
    }

    public static boolean isMemberState(String input) {
        var code = lookUp(input);
        return code != null && MEMBER_STATES.contains(code);
    }

    /** All codes, sorted. */
    public static Set<String> all() {
        return CODES;
    }

    public static String name(String code, Locale language) {
        return "XK".equals(code) ? "Kosovo" : Locale.of("", code).getDisplayCountry(language);
    }

    private static @Nullable String lookUp(@Nullable String input) {
        if (input == null) {
            return null;
        }
        var key = key(input);
        var code = ALIASES.get(key);
        return code != null ? code : learned.get(key);
    }

    private static Set<String> codes() {
        var codes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.add("XK");
        return java.util.Collections.unmodifiableSet(codes);
    }

    private static Map<String, String> aliases() {
        var map = new HashMap<String, String>();
        for (var code : CODES) {
            map.put(key(code), code);
            map.put(key(name(code, Locale.ENGLISH)), code);
            if (!"XK".equals(code)) {
                map.put(key(Locale.of("", code).getISO3Country()), code);
            }
        }
        String[][] more = {
            {"EL", "GR"},
            {"Hellas", "GR"},
            {"UK", "GB"},
            {"Great Britain", "GB"},
            {"XKX", "XK"},
            {"Kosovo*", "XK"},
            {"Cape Verde", "CV"},
            {"Cabo Verde", "CV"},
            {"Turkey", "TR"},
            {"Türkiye", "TR"},
            {"Turkiye", "TR"},
            {"Czech Republic", "CZ"},
            {"Czechia", "CZ"},
            {"The Netherlands", "NL"},
            {"Holland", "NL"},
            {"Ivory Coast", "CI"},
            {"Côte d'Ivoire", "CI"},
            {"The Gambia", "GM"},
            {"Gambia", "GM"},
            {"Moldova", "MD"},
            {"Republic of Moldova", "MD"},
            {"North Macedonia", "MK"},
            {"Former Yugoslav Republic of Macedonia", "MK"},
            {"FYROM", "MK"},
            {"Bosnia and Herzegovina", "BA"},
            {"Swaziland", "SZ"},
            {"Eswatini", "SZ"},
            {"Burma", "MM"},
            {"Syria", "SY"},
            {"Russia", "RU"},
            {"Russian Federation", "RU"},
            {"Iran", "IR"},
            {"Palestine", "PS"},
            {"Viet Nam", "VN"},
            {"Laos", "LA"},
            {"Democratic Republic of the Congo", "CD"},
            {"DR Congo", "CD"},
            {"United States of America", "US"},
            {"USA", "US"},
            {"Kyrgyz Republic", "KG"},
            {"Slovak Republic", "SK"},
            {"South Korea", "KR"}
        };
        for (var pair : more) {
            map.put(key(pair[0]), pair[1]);
        }
        return Map.copyOf(map);
    }

    /** Case, accents, punctuation and spacing do not matter. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}*]", "")
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT);
    }
}
