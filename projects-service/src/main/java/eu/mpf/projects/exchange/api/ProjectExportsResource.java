package eu.mpf.projects.exchange.api;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The list of projects as files: the same resource, other formats, chosen by {@code Accept}. */
@Path("/v1/projects")
@RunOnVirtualThread
public class ProjectExportsResource {

    /** {@code application/xml; profile=iati} and plain {@code application/xml} are answered too. */
    static final String IATI = "application/vnd.iati.activities+xml";

    private static final List<MediaType> OFFERED = List.of(
            MediaType.valueOf(Exports.CSV),
            MediaType.valueOf(Exports.XLSX),
            MediaType.valueOf(Exports.JSON_LINES),
            MediaType.APPLICATION_XML_TYPE,
            MediaType.valueOf(IATI));

    private final PortfolioExport export;
    private final Exports exports;

    ProjectExportsResource(PortfolioExport export, Exports exports) {
        this.export = export;
        this.exports = exports;
    }

    @GET
    @PermitAll
    @Produces({Exports.CSV, Exports.XLSX, Exports.JSON_LINES, MediaType.APPLICATION_XML, IATI})
    @Operation(operationId = "listProjects")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Exports.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Exports.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = Exports.JSON_LINES, schema = @Schema(implementation = ProjectView.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = IATI, schema = @Schema(implementation = String.class))
            })
    public Response export(@BeanParam PageParams page, @BeanParam ProjectQuery query, @Context HttpHeaders headers) {
        RowSource<ProjectView> rows = export.rows(query.filter(), page);
        String type = wanted(headers);
        return switch (type) {
            case Exports.CSV -> exports.csv(ProjectTable.TABLE, "projects.csv", rows);
            case Exports.XLSX -> exports.xlsx(ProjectTable.TABLE, "projects.xlsx", rows);
            case Exports.JSON_LINES -> exports.jsonLines(ProjectTable.TABLE, "projects.jsonl", rows);
            default -> iati(rows, type);
        };
    }

    /** The first format asked for that is offered; parameters such as {@code profile=iati} do not matter. */
    private static String wanted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(asked -> OFFERED.stream().filter(asked::isCompatible))
                .map(MediaType::toString)
                .findFirst()
                .orElse(Exports.CSV);
    }

    private Response iati(RowSource<ProjectView> rows, String type) {
        StreamingOutput body = out -> export.iati(rows, out);
        return Response.ok(body)
                .type(type.equals(IATI) ? IATI : MediaType.APPLICATION_XML + ";profile=iati")
                .header("Content-Disposition", "attachment; filename=\"projects-iati.xml\"")
                .build();
    }
}
