package eu.mpf.events.synopsis;

import eu.mpf.web.link.Prose;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** The report as a page: language, headings in order, captions, text for pictures. Well-formed XML, for the PDF. */
@ApplicationScoped
public class SynopsisHtml {

    /** See {@code templates/synopsis}. */
    @CheckedTemplate(basePath = "synopsis")
    static class Templates {
        private Templates() {}

        static native TemplateInstance report(SynopsisDocument document, RawString chart, boolean pdf);
    }

    /** What templates may do with texts. */
    @TemplateExtension
    static class Texts {
        private Texts() {}

        /** The text, escaped, with its links as links; one without a target stays words. */
        static RawString linked(String text) {
            StringBuilder html = new StringBuilder();
            for (Prose.Piece piece : Prose.pieces(text)) {
                if (piece instanceof Prose.Link link && Prose.leadsSomewhere(link.target())) {
                    html.append("<a href=\"")
                            .append(escape(link.target()))
                            .append("\">")
                            .append(escape(link.text()))
                            .append("</a>");
                } else {
                    html.append(escape(piece.text()));
                }
            }
            return new RawString(html.toString());
        }

        static boolean web(String target) {
            return Prose.leadsSomewhere(target);
        }
    }

    String render(SynopsisDocument document) {
        return render(document, false);
    }

    /** The same page, with what only the PDF knows: bookmarks, running heads, and a picture whose letters are shapes. */
    String forPdf(SynopsisDocument document) {
        return render(document, true);
    }

    private static String render(SynopsisDocument document, boolean pdf) {
        String title = document.say("positioning.chart");
        String chart = pdf ? BarChart.forPrint(title, document.bars()) : BarChart.forScreen(title, document.bars());
        return Templates.report(document, new RawString(document.bars().isEmpty() ? "" : chart), pdf)
                .render();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
