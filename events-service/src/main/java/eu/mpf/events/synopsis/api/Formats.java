package eu.mpf.events.synopsis.api;

import eu.mpf.events.synopsis.Synopsis;
import eu.mpf.events.synopsis.SynopsisRenderer;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** Shows a report in the format the client accepts; JSON if it does not mind. */
@ApplicationScoped
class Formats {
    static final String PDF = "application/pdf";
    static final String MARKDOWN = "text/markdown";

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE;
    private static final List<Variant> OFFERED = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, HTML, MediaType.valueOf(PDF), MediaType.valueOf(MARKDOWN))
            .build();

    private final SynopsisRenderer renderer;

    Formats(SynopsisRenderer renderer) {
        this.renderer = renderer;
    }

    Response show(Synopsis synopsis, Request request) {
        Variant chosen = request.selectVariant(OFFERED);
        if (chosen == null) {
            return Response.notAcceptable(OFFERED).build();
        }
        MediaType type = chosen.getMediaType();
        Object body = switch (type.toString()) {
            case MediaType.TEXT_HTML -> renderer.html(synopsis);
            case PDF -> renderer.pdf(synopsis);
            case MARKDOWN -> renderer.markdown(synopsis);
            default -> SynopsisView.of(synopsis);
        };
        Response.ResponseBuilder answer = Response.ok(body)
                .type(type.getType().equals("text") ? type.withCharset("UTF-8") : type)
                .tag(tag(synopsis, type))
                .header(HttpHeaders.CONTENT_LANGUAGE, synopsis.language());
        if (type.toString().equals(PDF)) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "inline; filename=\"synopsis-edition-%d.pdf\"".formatted(synopsis.edition()));
        }
        return answer.build();
    }

    /**
     * Each format has a tag of its own, since a strong one says that not a byte differs. JSON's is the version, as answered
     * to those who edit; for If-Match the others name the same version.
     */
    private static EntityTag tag(Synopsis synopsis, MediaType type) {
        return type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                ? Versions.etag(synopsis.version())
                : Versions.etag(synopsis.version(), type, synopsis.language());
    }
}
