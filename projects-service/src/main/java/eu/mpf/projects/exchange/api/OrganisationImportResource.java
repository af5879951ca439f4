package eu.mpf.projects.exchange.api;

import eu.mpf.projects.exchange.intake.ImportColumns;
import eu.mpf.projects.exchange.intake.OrganisationIntake;
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

/** Organisations from files. */
@Path("/v1/organisations:import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@RunOnVirtualThread
public class OrganisationImportResource {

    private final Imports imports;
    private final OrganisationIntake intake;

    OrganisationImportResource(Imports imports, OrganisationIntake intake) {
        this.imports = imports;
        this.intake = intake;
    }

    @POST
    @WithoutKey("no row is done twice however often its file is sent")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.ADMINISTRATOR})
    @Consumes({Exports.CSV, Exports.JSON_LINES, Exports.XLSX})
    @Operation(
            operationId = "importOrganisations",
            summary = "Import organisations from a file",
            description =
                    "CSV, the first sheet of a workbook, or JSON Lines, with a result per row. A successor stands in an earlier row, or the file is sent again: rows that were refused are then tried again.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = Exports.CSV,
                        schema = @Schema(implementation = String.class),
                        example = "code,name,kind,country\nLV-SBG,State Border Guard of Latvia,PUBLIC_AUTHORITY,LV\n"),
                @Content(mediaType = Exports.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = Exports.JSON_LINES, schema = @Schema(implementation = String.class))
            })
    public ImportResult importOrganisations(
            InputStream body, @HeaderParam("Content-Type") String type, @BeanParam ImportParams params) {
        return imports.run(
                ImportColumns.ORGANISATIONS,
                body,
                type,
                params,
                type.startsWith(Exports.JSON_LINES) ? intake::takeLine : intake::takeCells);
    }
}
