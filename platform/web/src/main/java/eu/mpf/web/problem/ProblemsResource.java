package eu.mpf.web.problem;

import eu.mpf.web.language.Languages;
import eu.mpf.web.page.Page;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
    private final Languages languages;

    ProblemsResource(ProblemCatalogue catalogue, Problems problems, Languages languages) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.languages = languages;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listProblems", summary = "All kinds of problems this service may answer with")
    public Page<Entry> list() {
        return Page.of(entries(language()));
    }

    @GET
    @Path("{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getProblem", summary = "One kind of problem")
    public Entry get(@PathParam("code") String code) {
        return entry(type(code), language());
    }

    @GET
    @Path("{code}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page(@PathParam("code") String code) {
        var language = language();
        return html(ProblemPages.one(entry(type(code), language), language));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response pages() {
        var language = language();
        return html(ProblemPages.all(entries(language), language));
    }

    private Locale language() {
        return languages.pick(ProblemTexts.LANGUAGES);
    }

    private List<Entry> entries(Locale language) {
        return catalogue.types().stream().map(type -> entry(type, language)).toList();
    }

    private Entry entry(ProblemType type, Locale language) {
        return new Entry(problems.typeUri(type), type.code(), type.status(), ProblemTexts.title(type, language));
    }

    private ProblemType type(String code) {
        return catalogue.find(code).orElseThrow(() -> ProblemException.notFound("problem", code));
    }

    private static Response html(String page) {
        return Response.ok(page)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
