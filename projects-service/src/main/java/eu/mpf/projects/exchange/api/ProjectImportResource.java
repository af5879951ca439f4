package eu.mpf.projects.exchange.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.projects.exchange.iati.IatiReader;
import eu.mpf.projects.exchange.intake.ImportColumns;
import eu.mpf.projects.exchange.intake.ProjectIntake;
import eu.mpf.web.bulk.ImportParams;
import eu.mpf.web.bulk.ImportResult;
import eu.mpf.web.bulk.Imports;
import eu.mpf.web.export.Exports;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects from files. */
@Path("/v1/projects:import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@RunOnVirtualThread
public class ProjectImportResource {

    private final Imports imports;
    private final ProjectIntake intake;
    private final ObjectMapper json;

    ProjectImportResource(Imports imports, ProjectIntake intake, ObjectMapper json) {
        this.imports = imports;
        this.intake = intake;
        this.json = json;
    }

    @POST
    @WithoutKey("no row is done twice however often its file is sent")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Consumes({Exports.CSV, Exports.JSON_LINES, Exports.XLSX, ProjectExportsResource.IATI, MediaType.APPLICATION_XML})
    @Operation(
            operationId = "importProjects",
            summary = "Import projects from a file",
            description =
                    "CSV, the first sheet of a workbook, JSON Lines or IATI 2 activities, with a result per row. A row is done wholly or not at all. The same file sent again goes on where it stopped: what was done is not done twice, what was refused is tried again. A value that cannot be read beyond doubt is kept as printed and flagged, never repaired.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = Exports.CSV,
                        schema = @Schema(implementation = String.class),
                        example = "code;title;startDate;total\nCOOP4INT;Coop4Int;2021-12-01;1532558.68\n"),
                @Content(mediaType = Exports.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = Exports.JSON_LINES, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ProjectExportsResource.IATI, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class))
            })
    public ImportResult importProjects(
            InputStream body, @HeaderParam("Content-Type") String type, @BeanParam ImportParams params) {
        if (type.startsWith(Exports.CSV) || type.startsWith(Exports.XLSX)) {
            return imports.runInBatches(ImportColumns.PROJECT_CELLS, body, type, params, intake::takeCells);
        }
        InputStream lines = type.startsWith(Exports.JSON_LINES) ? body : IatiReader.lines(body, json);
        return imports.runInBatches(ImportColumns.PROJECT_LINES, lines, Exports.JSON_LINES, params, intake::takeLines);
    }
}
