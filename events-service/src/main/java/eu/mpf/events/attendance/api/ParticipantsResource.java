package eu.mpf.events.attendance.api;

import eu.mpf.events.attendance.AttendanceService;
import eu.mpf.web.export.Exports;
import eu.mpf.web.export.RowSource;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The list of participants as a file: those with a seat who agreed to stand in it, and nobody else. */
@Path("/v1")
@Tag(name = "Registrations")
@PersonalData
@RunOnVirtualThread
public class ParticipantsResource {
    private final Listing listing;
    private final Exports exports;
    private final AttendanceService service;

    public ParticipantsResource(Listing listing, Exports exports, AttendanceService service) {
        this.listing = listing;
        this.exports = exports;
        this.service = service;
    }

    @GET
    @Path("events/{eventId}/registrations")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Produces({Exports.CSV, Exports.XLSX})
    @Operation(operationId = "listRegistrations")
    @APIResponse(
            responseCode = "200",
            description = "As a file: participants who agreed to stand in the list",
            content = {
                @Content(mediaType = Exports.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Exports.XLSX, schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Response file(
            @PathParam("eventId") UUID eventId,
            @QueryParam("followUpId") @Nullable UUID followUpId,
            @Context HttpHeaders headers) {
        service.recordReading("participant-list", eventId, 0);
        boolean sheet = headers.getAcceptableMediaTypes().stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .anyMatch(Exports.XLSX::equals);
        RowSource<Participant> rows = out -> participants(eventId, followUpId).stream(Participant::of, out);
        return sheet
                ? exports.xlsx(Participant.TABLE, "participants.xlsx", rows)
                : exports.csv(Participant.TABLE, "participants.csv", rows);
    }

    private SqlList<Participant> participants(UUID eventId, @Nullable UUID followUpId) {
        return listing.<Participant>select("r.name, r.organisation, r.category")
                .from("registration r")
                .where("r.event_id = ? AND r.erased_at IS NULL", eventId)
                .where("r.status IN ('CONFIRMED', 'CHECKED_IN') AND (r.consent ->> 'participantList')::boolean")
                .whereIf(followUpId != null, "r.follow_up_id = ?", followUpId)
                .whereIf(followUpId == null, "r.follow_up_id IS NULL")
                .sortableNotNull("name", "r.name", SortType.TEXT)
                .idColumn("r.id")
                .defaultSort("name");
    }
}
