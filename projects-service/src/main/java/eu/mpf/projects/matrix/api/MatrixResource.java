package eu.mpf.projects.matrix.api;

import eu.mpf.projects.matrix.Matrix;
import eu.mpf.projects.matrix.MatrixFormats;
import eu.mpf.projects.matrix.MatrixReader;
import eu.mpf.projects.matrix.MatrixWords;
import eu.mpf.web.export.Exports;
import eu.mpf.web.language.Languages;
import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Projects against types. */
@Path("/v1/typologies")
@Tag(name = "Typology")
@RunOnVirtualThread
public class MatrixResource {

    static final String SVG = "image/svg+xml";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(Exports.CSV),
                    MediaType.valueOf(Exports.XLSX),
                    MediaType.valueOf(SVG))
            .add()
            .build();

    private final MatrixReader matrices;
    private final Exports exports;
    private final Languages languages;

    MatrixResource(MatrixReader matrices, Exports exports, Languages languages) {
        this.matrices = matrices;
        this.exports = exports;
        this.languages = languages;
    }

    @GET
    @Path("{version}/matrix")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, Exports.CSV, Exports.XLSX, SVG})
    @Operation(
            operationId = "getMatrix",
            summary = "Projects against partnership types",
            description =
                    "For one version of the typology and one set of projects: of today, of a day, or of a snapshot. As JSON, CSV, XLSX, and as an accessible SVG picture by `Accept`. Means of an earlier version are carried over where a mapping says so; the others are named for review.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Matrix.class)),
                @Content(mediaType = Exports.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Exports.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = SVG, schema = @Schema(implementation = String.class))
            })
    public Response matrix(
            @PathParam("version") int version,
            @QueryParam("asOf") @Parameter(description = "The day; today if absent.") @Nullable LocalDate asOf,
            @QueryParam("snapshot") @Parameter(description = "Name of a frozen set.") @Nullable String snapshot,
            @QueryParam("language")
                    @Parameter(description = "Of the picture's words: en, fr or de; by `Accept-Language` if absent.")
                    @Nullable
                    String language,
            @Context Request request) {
        if (asOf != null && snapshot != null) {
            throw ProblemException.invalid("?asOf", "contradiction", "A snapshot has its own day");
        }
        Matrix matrix = snapshot == null ? matrices.ofDay(version, asOf) : matrices.ofSnapshot(version, snapshot);
        MatrixWords words = words(language);
        Variant variant = request.selectVariant(VARIANTS);
        String type = variant == null
                ? MediaType.APPLICATION_JSON
                : variant.getMediaType().toString();
        String name = "matrix-v" + version;
        return switch (type) {
            case Exports.CSV ->
                exports.csv(
                        MatrixFormats.table(matrix, words),
                        name + ".csv",
                        out -> matrix.rows().forEach(out));
            case Exports.XLSX ->
                exports.xlsx(
                        MatrixFormats.table(matrix, words),
                        name + ".xlsx",
                        out -> matrix.rows().forEach(out));
            case SVG -> Response.ok(MatrixFormats.svg(matrix, words), SVG).build();
            default -> Response.ok(matrix, MediaType.APPLICATION_JSON).build();
        };
    }

    private MatrixWords words(@Nullable String asked) {
        if (asked == null) {
            return MatrixWords.in(languages.pick(MatrixWords.OFFERED), languages.preferred());
        }
        Locale language = MatrixWords.OFFERED.stream()
                .filter(each -> each.getLanguage().equals(asked))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("?language", "not-offered", "en, fr or de"));
        return MatrixWords.in(languages.pick(List.of(language)), languages.preferred());
    }
}
