package eu.mpf.events.pdf;

import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import eu.mpf.web.pdf.AccessiblePdf;
import jakarta.enterprise.context.ApplicationScoped;

/** A page with pictures as a tagged PDF (PDF/UA). Takes CPU: not for event loops. */
@ApplicationScoped
public class TaggedPdf {

    /** @param page well-formed XHTML with a title and a language */
    public byte[] render(String page) {
        return AccessiblePdf.render(page, new BatikSVGDrawer());
    }
}
