package eu.mpf.calls.letter;

import eu.mpf.web.pdf.AccessiblePdf;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A letter as a page: its subject is the heading and the title, its paragraphs are paragraphs, its lists are lists. */
final class LetterPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s">
            <head>
            <meta charset="UTF-8"/>
            <title>%2$s</title>
            <meta name="description" content="%3$s"/>
            <style>
            @page { size: A4; margin: 25mm 22mm; }
            body { font-family: "%4$s"; font-size: 11pt; line-height: 1.45; }
            h1 { font-size: 14pt; }
            </style>
            </head>
            <body>
            <h1>%2$s</h1>
            %5$s
            </body>
            </html>
            """;

    private LetterPage() {}

    static String of(Letter letter) {
        String paragraphs = Stream.of(letter.body().strip().split("\\R\\s*\\R"))
                .map(LetterPage::block)
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(
                letter.language(),
                escaped(letter.subject()),
                escaped(letter.reference()),
                AccessiblePdf.FAMILY,
                paragraphs);
    }

    private static String block(String text) {
        String[] lines = text.strip().split("\\R");
        boolean list = Stream.of(lines).allMatch(line -> line.startsWith("- "));
        if (list) {
            return Stream.of(lines)
                    .map(line -> "<li>" + escaped(line.substring(2)) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        return Stream.of(lines).map(LetterPage::escaped).collect(Collectors.joining("<br/>", "<p>", "</p>"));
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
