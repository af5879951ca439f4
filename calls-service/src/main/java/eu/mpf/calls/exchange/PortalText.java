package eu.mpf.calls.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Values of the portal that are now a text, now a number, now an array and now an object. */
final class PortalText {

    private static final List<String> VALUE_OF_AN_OBJECT =
            List.of("value", "en", "title", "identifier", "description", "abbreviation", "label", "id");

    private static final Pattern MARKUP = Pattern.compile("<\\s*/?[a-zA-Z][^>]*>|&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);");

    /**
     * What stays where a text was read in the wrong character set: the replacement character, UTF-8 taken for Latin-1, and
     * a question mark between two letters.
     */
    private static final Pattern LOST_ACCENT =
            Pattern.compile("\uFFFD|\u00C3[\u0080-\u00BF]|\u00C2[\u0080-\u00BF]|\u00E2\u20AC|\\p{L}\\?\\p{Ll}");

    private static final int MOST_DIGITS = 40;

    private PortalText() {}

    /** Every value in the node as text, in order; blank ones are left out. */
    static List<String> all(JsonNode node) {
        List<String> values = new ArrayList<>();
        collect(node, values);
        return values;
    }

    private static void collect(JsonNode node, List<String> values) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, values));
        } else if (node.isObject()) {
            for (String field : VALUE_OF_AN_OBJECT) {
                if (node.hasNonNull(field)) {
                    collect(node.get(field), values);
                    return;
                }
            }
        } else if (node.isNumber()) {
            values.add(written(node.decimalValue()));
        } else if (!node.isMissingNode() && !node.isNull() && !node.asText().isBlank()) {
            values.add(node.asText().strip());
        }
    }

    /** {@code 1e999999999} is short, and a billion digits once it is written out. */
    private static String written(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    /** The text without its markup; paragraphs and items begin a line. Scripts and styles are no text. */
    static String plain(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        document.select("script,style").remove();
        document.select("br").before("\n");
        for (Element block : document.select("p,li,div,tr,h1,h2,h3,h4,h5,h6")) {
            block.prependText("\n");
        }
        return document.wholeText()
                .replaceAll("[ \\t\u00A0]+", " ")
                .replaceAll(" ?\\n[\\s]*", "\n")
                .strip();
    }

    static boolean lostAccents(String text) {
        return LOST_ACCENT.matcher(text).find();
    }
}
