package eu.mpf.events.registration.api;

import eu.mpf.events.registration.RegistrationImportService;
import eu.mpf.web.bulk.ImportParams;
import eu.mpf.web.bulk.ImportResult;
import eu.mpf.web.bulk.ImportTarget;
import eu.mpf.web.bulk.Imports;
import eu.mpf.web.export.Exports;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registrations from a file. Seats are given in the order of the rows; the same file again registers nobody twice. */
@Path("/v1")
@Tag(name = "Registrations")
@PersonalData
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RegistrationImportResource {
    private static final int ROWS_AT_ONCE = 1;

    private final Imports imports;
    private final RegistrationImportService service;

    public RegistrationImportResource(Imports imports, RegistrationImportService service) {
        this.imports = imports;
        this.service = service;
    }

    @POST
    @Path("events/{eventId}/registrations:import")
    @WithoutKey("no row is done twice however often its file is sent")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Consumes({Exports.CSV, Exports.JSON_LINES, Exports.XLSX})
    @Operation(
            summary = "Register people from CSV, a workbook or JSON lines, with a result per row",
            operationId = "importRegistrations",
            description =
                    "Columns: name, address, category, consentWording; organisation, language, sessions (ids between"
                            + " |), participantList, followUps; answers, an object, in JSON lines only.")
    public ImportResult importRegistrations(
            @PathParam("eventId") UUID eventId,
            InputStream body,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String type,
            @BeanParam ImportParams params) {
        var target = new ImportTarget(
                "registrations", eventId.toString(), "registration", RegistrationImportService.COLUMNS, ROWS_AT_ONCE);
        return imports.run(target, body, type, params, row -> service.enter(eventId, row));
    }
}
