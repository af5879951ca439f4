package eu.mpf.events.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Folds names so that Škarnulis is found by skarnulis, Sa-Carvalho by sa carvalho, and Lukas Vilim by vilim lukas. */
public final class NameSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    // Letters that Unicode does not take apart into a base letter and a mark.
    private static final Map<String, String> LETTERS =
            Map.of("ł", "l", "ø", "o", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th", "ð", "d");

    private NameSearch() {}

    /** The words of a name, folded to plain lower-case letters, in the order given. */
    public static List<String> words(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Every word of every spelling once, each after a blank: searched by {@code LIKE '% word%'}. */
    public static String key(Collection<String> names) {
        return names.stream()
                .flatMap(name -> words(name).stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(word -> " " + word)
                .collect(Collectors.joining());
    }

    /** The same words, whatever their order: most likely the same name. */
    public static String sorted(String name) {
        return words(name).stream().sorted().collect(Collectors.joining(" "));
    }

    /** One pattern for each word searched; a name matches if all do. Words hold letters and digits only: nothing to escape. */
    public static List<String> patterns(String query) {
        return words(query).stream().map(word -> "% " + word + "%").toList();
    }
}
