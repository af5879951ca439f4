package eu.mpf.web.pdf;

import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page as a tagged PDF (PDF/UA, ISO 14289-1): title, language, bookmarks, embedded fonts. Takes processor time: not for
 * event loops.
 */
public final class AccessiblePdf {
    /** The one font family that is embedded; pages name it. */
    public static final String FAMILY = "Liberation Sans";

    static {
        // It would log every CSS rule it does not know, once per document.
        XRLog.setLoggingEnabled(false);
    }

    private AccessiblePdf() {}

    /**
     * @param page well-formed XHTML with a title and a language
     * @param pictures draws SVG; null for pages without
     */
    public static byte[] render(String page, @Nullable SVGDrawer pictures) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("MPF platform")
                .toStream(pdf);
        if (pictures != null) {
            builder.useSVGDrawer(pictures);
        }
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
