package eu.mpf.events.mention;

import eu.mpf.events.shared.NameSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The spellings of one person's name, looked for in free text regardless of case, accents and the order of words. */
public final class NamesInText {
    /** What stands in the place of a name: <i>nomen nescio</i>, as on programmes in every language. */
    public static final String WITHHELD = "N.N.";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Shorter words stand in any text. */
    private static final int TELLING = 4;

    private final Set<List<String>> whole = new HashSet<>();
    private final Set<String> parts = new HashSet<>();

    public NamesInText(Collection<String> spellings) {
        for (String spelling : spellings) {
            List<String> words = NameSearch.words(spelling);
            if (words.size() > 1) {
                whole.add(words.stream().sorted().toList());
            }
            words.stream().filter(word -> word.length() >= TELLING).forEach(parts::add);
        }
    }

    /** Where a name stands, in UTF-16 units. */
    public record Found(int start, int end, Certainty certainty) {}

    private record Word(int start, int end, String folded) {}

    boolean isNobody() {
        return whole.isEmpty() && parts.isEmpty();
    }

    /** Whole names, and the telling words that are not part of one, in the order of the text. */
    public List<Found> in(String text) {
        List<Word> words = WORD.matcher(text)
                .results()
                .map(word -> new Word(word.start(), word.end(), String.join("", NameSearch.words(word.group()))))
                .toList();
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int length = wholeAt(words, at);
            if (length > 0) {
                found.add(new Found(
                        words.get(at).start(), words.get(at + length - 1).end(), Certainty.WHOLE_NAME));
                at += length - 1;
            } else if (parts.contains(words.get(at).folded())) {
                found.add(new Found(words.get(at).start(), words.get(at).end(), Certainty.PART_OF_NAME));
            }
        }
        return found;
    }

    /** The text with every whole name withheld. */
    public String withheldIn(String text) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (Found name : in(text)) {
            if (name.certainty() == Certainty.WHOLE_NAME) {
                result.append(text, from, name.start()).append(WITHHELD);
                from = name.end();
            }
        }
        return result.append(text, from, text.length()).toString();
    }

    /** How many words from here on make up the longest spelling; 0 for none. */
    private int wholeAt(List<Word> words, int at) {
        return whole.stream()
                .filter(name -> at + name.size() <= words.size())
                .filter(name ->
                        folded(words.subList(at, at + name.size())).toList().equals(name))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static Stream<String> folded(List<Word> words) {
        return words.stream().map(Word::folded).sorted();
    }
}
