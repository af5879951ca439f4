package eu.mpf.events.synopsis;

import eu.mpf.events.pdf.TaggedPdf;
import jakarta.enterprise.context.ApplicationScoped;

/** The report as a tagged PDF. */
@ApplicationScoped
public class SynopsisPdf {
    private final SynopsisHtml html;
    private final TaggedPdf pdf;

    public SynopsisPdf(SynopsisHtml html, TaggedPdf pdf) {
        this.html = html;
        this.pdf = pdf;
    }

    byte[] render(SynopsisDocument document) {
        return pdf.render(html.forPdf(document));
    }
}
