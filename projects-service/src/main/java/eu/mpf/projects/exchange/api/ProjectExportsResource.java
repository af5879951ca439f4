package eu.mpf.projects.exchange.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import eu.mpf.projects.exchange.PortfolioExport;
import eu.mpf.projects.exchange.ProjectTable;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.api.ProjectQuery;
import eu.mpf.web.export.Exports;
import eu.mpf.web.export.RowSource;
import eu.mpf.web.page.PageParams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;

/** The list of projects as files: the same resource, other formats, chosen by {@code Accept}. */
@Path("/v1/projects")
@RunOnVirtualThread
public class ProjectExportsResource {

    /** {@code application/xml; profile=iati} and plain {@code application/xml} are answered too. */
    static final String IATI = "application/vnd.iati.activities+xml";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.valueOf(Exports.CSV),
                    MediaType.valueOf(Exports.XLSX),
                    MediaType.valueOf(Exports.JSON_LINES),
                    MediaType.APPLICATION_XML_TYPE,
                    MediaType.valueOf(IATI))
            .add()
            .build();

    private final PortfolioExport export;
    private final Exports exports;

    ProjectExportsResource(PortfolioExport export, Exports exports) {
        this.export = export;
        this.exports = exports;
    }

    @GET
    @PermitAll
    @Produces({Exports.CSV, Exports.XLSX, Exports.JSON_LINES, MediaType.APPLICATION_XML, IATI})
    @Operation(hidden = true)
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Exports.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Exports.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = Exports.JSON_LINES, schema = @Schema(implementation = ProjectView.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = IATI, schema = @Schema(implementation = String.class))
            })
    public Response export(
            @BeanParam PageParams page, @BeanParam ProjectQuery query, @Context Request request, @Context HttpHeaders headers) {
        RowSource<ProjectView> rows = export.rows(query.filter(), page);
        Variant variant = request.selectVariant(VARIANTS);
        String type = variant == null ? Exports.CSV : variant.getMediaType().toString();
        return switch (type) {
            case Exports.CSV -> exports.csv(ProjectTable.TABLE, "projects.csv", rows);
            case Exports.XLSX -> exports.xlsx(ProjectTable.TABLE, "projects.xlsx", rows);
            case Exports.JSON_LINES -> exports.jsonLines(ProjectTable.TABLE, "projects.jsonl", rows);
            default -> iati(rows, headers);
        };
    }

    private Response iati(RowSource<ProjectView> rows, HttpHeaders headers) {
        boolean vendor = headers.getAcceptableMediaTypes().stream().anyMatch(each -> each.toString().startsWith(IATI));
        StreamingOutput body = out -> export.iati(rows, out);
        return Response.ok(body)
                .type(vendor ? IATI : MediaType.APPLICATION_XML + ";profile=iati")
                .header("Content-Disposition", "attachment; filename=\"projects-iati.xml\"")
                .build();
    }
}
