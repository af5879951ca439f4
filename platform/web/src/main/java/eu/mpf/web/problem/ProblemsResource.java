package eu.mpf.web.problem;

import eu.mpf.web.page.Page;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The catalogue of problems: where the {@code type} of a problem document leads. The gateway, which shows those of all
 * services at the same place, leaves it out.
 */
@Path("/problems")
@PermitAll
@IfBuildProperty(name = "mpf.web.problem-pages", stringValue = "true", enableIfMissing = true)
@Tag(name = "Problems", description = "The catalogue of problems")
public class ProblemsResource {

    /** One kind of problem, described. */
    @Schema(name = "ProblemTypeDescription")
    record Entry(String type, String code, int status, String title) {}

    private final ProblemCatalogue catalogue;
    private final Problems problems;

    ProblemsResource(ProblemCatalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listProblems", summary = "All kinds of problems this service may answer with")
    public Page<Entry> list(@Context HttpHeaders headers) {
        return Page.of(catalogue.types().stream()
                .map(type -> entry(type, ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .toList());
    }

    @GET
    @Path("{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getProblem", summary = "One kind of problem")
    public Entry get(@PathParam("code") String code, @Context HttpHeaders headers) {
        return entry(type(code), ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @GET
    @Path("{code}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page(@PathParam("code") String code, @Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return html(ProblemPages.one(entry(type(code), language), language), language);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response pages(@Context HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return html(
                ProblemPages.all(
                        catalogue.types().stream().map(t -> entry(t, language)).toList(), language),
                language);
    }

    private Entry entry(ProblemType type, Locale language) {
        return new Entry(problems.typeUri(type), type.code(), type.status(), ProblemTexts.title(type, language));
    }

    private ProblemType type(String code) {
        return catalogue.find(code).orElseThrow(() -> ProblemException.notFound("problem", code));
    }

    private static Response html(String page, Locale language) {
        return Response.ok(page)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .build();
    }
}
