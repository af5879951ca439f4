package eu.mpf.events.synopsis;

import jakarta.enterprise.context.ApplicationScoped;

/** Lays out one edition in the formats there are. */
@ApplicationScoped
public class SynopsisRenderer {
    private final SynopsisHtml html;
    private final SynopsisPdf pdf;

    public SynopsisRenderer(SynopsisHtml html, SynopsisPdf pdf) {
        this.html = html;
        this.pdf = pdf;
    }

    public String html(Synopsis synopsis) {
        return html.render(SynopsisDocument.of(synopsis));
    }

    public byte[] pdf(Synopsis synopsis) {
        return pdf.render(SynopsisDocument.of(synopsis));
    }

    public String markdown(Synopsis synopsis) {
        return SynopsisMarkdown.render(SynopsisDocument.of(synopsis));
    }
}
