package eu.mpf.events.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A page as a tagged PDF (PDF/UA): title, language, bookmarks, embedded fonts. Takes CPU: not for event loops. */
@ApplicationScoped
public class TaggedPdf {
    private static final String FAMILY = "Liberation Sans";

    TaggedPdf() {
        // It would log every CSS rule it does not know, once per document.
        XRLog.setLoggingEnabled(false);
    }

    /** @param page well-formed XHTML with a title and a language */
    public byte[] render(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        BatikSVGDrawer svg = new BatikSVGDrawer();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useSVGDrawer(svg)
                .withProducer("MPF platform")
                .toStream(pdf);
        builder.withHtmlContent(page, null);
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        String file = "liberation/LiberationSans-%s.ttf".formatted(face);
        builder.useFont(() -> open(file), FAMILY, weight, style, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file), file);
    }
}
