package eu.mpf.projects.exchange.api;

import eu.mpf.projects.exchange.CountryFigures;
import eu.mpf.projects.exchange.PortfolioExport;
import eu.mpf.projects.exchange.ProjectRecord;
import eu.mpf.projects.exchange.ProjectTable;
import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.projects.project.api.ProjectQuery;
import eu.mpf.web.export.Exports;
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

    /** Also {@code text/csv; profile=cordis}. */
    static final String CORDIS = "application/vnd.cordis.projects+csv";

    static final String THREE_SIXTY_GIVING = "application/vnd.360giving+json";
    static final String GEO_JSON = "application/geo+json";

    private static final List<MediaType> OFFERED = List.of(
            MediaType.valueOf(Exports.CSV),
            MediaType.valueOf(Exports.XLSX),
            MediaType.valueOf(Exports.JSON_LINES),
            MediaType.APPLICATION_XML_TYPE,
            MediaType.valueOf(IATI),
            MediaType.valueOf(CORDIS),
            MediaType.valueOf(THREE_SIXTY_GIVING),
            MediaType.valueOf(GEO_JSON));

    private final PortfolioExport export;
    private final CountryFigures countries;
    private final Exports exports;

    ProjectExportsResource(PortfolioExport export, CountryFigures countries, Exports exports) {
        this.export = export;
        this.countries = countries;
        this.exports = exports;
    }

    @GET
    @PermitAll
    @Produces({
        Exports.CSV,
        Exports.XLSX,
        Exports.JSON_LINES,
        MediaType.APPLICATION_XML,
        IATI,
        CORDIS,
        THREE_SIXTY_GIVING,
        GEO_JSON
    })
    @Operation(operationId = "listProjects")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Exports.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Exports.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = Exports.JSON_LINES, schema = @Schema(implementation = ProjectRecord.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = IATI, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CORDIS, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = THREE_SIXTY_GIVING,
                        schema = @Schema(implementation = Object.class, description = "A 360Giving package 1.4.")),
                @Content(
                        mediaType = GEO_JSON,
                        schema =
                                @Schema(
                                        implementation = Object.class,
                                        description = "GeoJSON (RFC 7946): a feature for each partner country."))
            })
    public Response export(@BeanParam PageParams page, @BeanParam ProjectQuery query, @Context HttpHeaders headers) {
        ProjectFilter filter = query.filter();
        String type = wanted(headers);
        return switch (type) {
            case Exports.CSV -> exports.csv(ProjectTable.TABLE, "projects.csv", export.flat(filter, page));
            case Exports.XLSX -> exports.xlsx(ProjectTable.TABLE, "projects.xlsx", export.flat(filter, page));
            case Exports.JSON_LINES -> {
                var rows = export.records(filter, page);
                yield file(out -> export.jsonLines(rows, out), type, "projects.jsonl");
            }
            case CORDIS -> {
                var rows = export.rows(filter, page);
                yield file(out -> export.cordis(rows, out), type, "project.csv");
            }
            case THREE_SIXTY_GIVING -> {
                var rows = export.rows(filter, page);
                yield file(out -> export.threeSixtyGiving(rows, out), type, "projects-360giving.json");
            }
            case GEO_JSON -> {
                var sums = countries.of(filter);
                yield file(out -> export.geoJson(sums, out), type, "projects.geojson");
            }
            default -> {
                var rows = export.activities(filter, page);
                yield file(
                        out -> export.iati(rows, out),
                        type.equals(IATI) ? IATI : MediaType.APPLICATION_XML + ";profile=iati",
                        "projects-iati.xml");
            }
        };
    }

    /** The first format asked for that is offered; of parameters only {@code profile=cordis} matters. */
    private static String wanted(HttpHeaders headers) {
        for (MediaType asked : headers.getAcceptableMediaTypes()) {
            if (MediaType.valueOf(Exports.CSV).isCompatible(asked)
                    && "cordis".equals(asked.getParameters().get("profile"))) {
                return CORDIS;
            }
            var found = OFFERED.stream().filter(asked::isCompatible).findFirst();
            if (found.isPresent()) {
                return found.get().toString();
            }
        }
        return Exports.CSV;
    }

    static Response file(StreamingOutput body, String type, String name) {
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
