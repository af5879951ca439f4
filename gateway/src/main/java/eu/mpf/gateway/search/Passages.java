package eu.mpf.gateway.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The passage of what was found in which a word of the query stands. */
final class Passages {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int AROUND = 80;

    private Passages() {}

    /** The first text anywhere in it that holds a word of the query, cut to what is around the word. */
    static @Nullable String passage(JsonNode item, String query) {
        List<String> words = List.of(plain(query).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(word -> word.length() > 1)
                .toList();
        return find(item, words);
    }

    private static @Nullable String find(JsonNode node, List<String> words) {
        if (node.isTextual()) {
            return cut(node.textValue(), words);
        }
        for (JsonNode child : node) {
            String found = find(child, words);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String cut(String text, List<String> words) {
        String plain = plain(text);
        for (String word : words) {
            int at = plain.indexOf(word);
            if (at >= 0) {
                // accents may have been longer than what is left of them
                int middle = Math.min(at, text.length());
                int from = Math.max(0, middle - AROUND);
                int to = Math.min(text.length(), middle + word.length() + AROUND);
                return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
            }
        }
        return null;
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
