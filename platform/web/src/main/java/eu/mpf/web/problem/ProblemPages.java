package eu.mpf.web.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue as plain HTML, for whoever follows a problem's {@code type} with a browser. */
final class ProblemPages {
    private ProblemPages() {}

    static String one(ProblemsResource.Entry entry, Locale language) {
        return page(
                entry.title(),
                "<p>HTTP %d, code <code>%s</code></p>".formatted(entry.status(), escape(entry.code())),
                language);
    }

    static String all(List<ProblemsResource.Entry> entries, Locale language) {
        var rows = entries.stream()
                .map(e -> "<tr><td>%d</td><td><a href=\"/problems/%s\"><code>%2$s</code></a></td><td>%s</td></tr>"
                        .formatted(e.status(), escape(e.code()), escape(e.title())))
                .collect(Collectors.joining("\n"));
        return page("Problems", "<table>\n" + rows + "\n</table>", language);
    }

    private static String page(String title, String body, Locale language) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body><main>
                <h1>%2$s</h1>
                %s
                </main></body>
                </html>
                """.formatted(language.getLanguage(), escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
