package eu.mpf.calls.letter;

import eu.mpf.web.pdf.AccessiblePdf;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter as a page: its subject is the heading and the title, its paragraphs are paragraphs, its lists are lists, and a
 * paragraph that begins with a caption of its own is a section. Every page says whose letter it is, and which.
 */
final class LetterPage {

    /** A line that goes on for longer, or ends like a sentence, is no caption. */
    private static final int CAPTION = 60;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s">
            <head>
            <meta charset="UTF-8"/>
            <title>%2$s</title>
            <meta name="description" content="%3$s"/>
            <style>
            @page { size: A4; margin: 38mm 24mm 28mm 24mm;
              @top-left { content: element(head); }
              @bottom-left { content: element(foot); }
              @bottom-right { content: counter(page) " / " counter(pages);
                font-family: "%4$s"; font-size: 8.5pt; color: #4a4a4a; } }
            body { font-family: "%4$s"; font-size: 10.5pt; line-height: 1.5; color: #1c1c1c; margin: 0; }
            .head { position: running(head); width: 162mm; border-bottom: 1.5pt solid #c58b00; padding-bottom: 3mm;
              color: #17375e; font-size: 12pt; font-weight: 700; }
            .foot { position: running(foot); width: 120mm; font-size: 8.5pt; color: #4a4a4a; }
            h1 { color: #17375e; font-size: 14pt; line-height: 1.3; margin: 0 0 7mm 0; }
            h2 { color: #17375e; font-size: 11pt; margin: 5mm 0 1mm 0; page-break-after: avoid; }
            p { margin: 0 0 3.5mm 0; orphans: 2; widows: 2; }
            p.address { color: #4a4a4a; margin-bottom: 8mm; }
            ul { margin: 0 0 3.5mm 0; padding-left: 6mm; }
            </style>
            </head>
            <body>
            <div class="head">Migration Partnership Facility</div>
            <div class="foot">%3$s</div>
            <h1>%2$s</h1>
            %5$s
            </body>
            </html>
            """;

    private LetterPage() {}

    static String of(Letter letter) {
        List<String> blocks =
                Stream.of(letter.body().strip().split("\\R\\s*\\R")).toList();
        String address =
                "<p class=\"address\">" + lines(List.of(blocks.getFirst().split("\\R"))) + "</p>";
        return PAGE.formatted(
                letter.language(),
                escaped(letter.subject()),
                escaped(letter.reference()),
                AccessiblePdf.FAMILY,
                Stream.concat(Stream.of(address), paragraphs(blocks.subList(1, blocks.size())))
                        .collect(Collectors.joining("\n")));
    }

    /** The last of them closes the letter: whoever signs is no caption. */
    private static Stream<String> paragraphs(List<String> blocks) {
        int last = Math.max(0, blocks.size() - 1);
        return Stream.concat(
                blocks.stream().limit(last).map(LetterPage::block),
                blocks.stream()
                        .skip(last)
                        .map(closing -> part(List.of(closing.strip().split("\\R")))));
    }

    private static String block(String text) {
        List<String> lines = List.of(text.strip().split("\\R"));
        if (!isCaption(lines.getFirst())) {
            return part(lines);
        }
        String rest = lines.size() > 1 ? part(lines.subList(1, lines.size())) : "";
        return "<h2>" + escaped(lines.getFirst()) + "</h2>" + rest;
    }

    private static String part(List<String> lines) {
        if (lines.stream().allMatch(line -> line.startsWith("- "))) {
            return lines.stream()
                    .map(line -> "<li>" + escaped(line.substring(2)) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        return "<p>" + lines(lines) + "</p>";
    }

    private static boolean isCaption(String line) {
        return line.length() <= CAPTION && line.matches("\\p{Lu}.*[\\p{L}\\p{N}]");
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(LetterPage::escaped).collect(Collectors.joining("<br/>"));
    }

    /** Also without what XML 1.0 does not know. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
