package eu.mpf.web.link;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Running text with links written the Markdown way, and nothing else of Markdown. */
public final class Prose {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)]\\(([^)\\s]*)\\)");

    private Prose() {}

    /** A piece of text, or a link; a link without a target has an empty one. */
    public sealed interface Piece {
        /** What one reads. */
        String text();
    }

    /** Just words. */
    public record Words(String text) implements Piece {}

    /** Words that lead somewhere. */
    public record Link(String text, String target) implements Piece {}

    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            if (link.start() > from) {
                pieces.add(new Words(text.substring(from, link.start())));
            }
            pieces.add(new Link(link.group(1), link.group(2)));
            from = link.end();
        }
        if (from < text.length()) {
            pieces.add(new Words(text.substring(from)));
        }
        return pieces;
    }

    /** Only {@code http} and {@code https} may become a link on a page. */
    public static boolean leadsSomewhere(String target) {
        return target.startsWith("https://") || target.startsWith("http://");
    }
}
