package eu.mpf.web.link;

import eu.mpf.web.value.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the links of something, in reading order. */
public final class FoundLinks {
    /** An address written out in a text; the full stop after it is the sentence's. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"()\\[\\]]*[^\\s<>\"()\\[\\].,;:!?']");

    private final List<FoundLink> links = new ArrayList<>();

    /** A field that is a link as a whole; nothing if it is not filled in. */
    public FoundLinks address(String pointer, String place, @Nullable String target) {
        return target == null ? this : link(pointer, place, target.strip(), target);
    }

    /** A link with words of its own. @param target {@code null} or empty if it leads nowhere, which is a fault */
    public FoundLinks link(String pointer, String place, String text, @Nullable String target) {
        links.add(new FoundLink(pointer, place, text, target == null ? "" : target.strip()));
        return this;
    }

    /** Running text: links written the Markdown way, and addresses written out. */
    public FoundLinks text(String pointer, String place, @Nullable String text) {
        for (Prose.Piece piece : text == null ? List.<Prose.Piece>of() : Prose.pieces(text)) {
            switch (piece) {
                case Prose.Link link -> link(pointer, place, link.text(), link.target());
                case Prose.Words words ->
                    ADDRESS.matcher(words.text())
                            .results()
                            .map(MatchResult::group)
                            .forEach(address -> link(pointer, place, address, address));
            }
        }
        return this;
    }

    /** Running text in each of its languages. */
    public FoundLinks text(String pointer, String place, @Nullable LocalizedText text) {
        if (text != null) {
            text.values()
                    .forEach((language, words) -> text(pointer + "/" + language, place + " (" + language + ")", words));
        }
        return this;
    }

    public List<FoundLink> list() {
        return List.copyOf(links);
    }

    /** Those that lead elsewhere than any of what stands already: a change answers for what it brings. */
    public List<FoundLink> beyond(FoundLinks standing) {
        Set<String> known = standing.links.stream().map(FoundLink::target).collect(Collectors.toSet());
        return links.stream().filter(link -> !known.contains(link.target())).toList();
    }
}
