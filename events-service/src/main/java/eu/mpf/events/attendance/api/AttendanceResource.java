package eu.mpf.events.attendance.api;

import eu.mpf.events.attendance.AttendanceService;
import eu.mpf.events.attendance.Certificates;
import eu.mpf.events.attendance.DoorList;
import eu.mpf.events.attendance.DoorLists;
import eu.mpf.events.registration.SigningKey;
import eu.mpf.events.registration.api.RegistrationReader;
import eu.mpf.events.registration.api.RegistrationView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Arrivals at an event, and the certificate afterwards. */
@Path("/v1")
@Tag(name = "Attendance")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AttendanceResource {
    private static final String TOKEN = "Registration-Token";
    private static final String PDF = "application/pdf";

    private final AttendanceService service;
    private final DoorLists doorLists;
    private final Certificates certificates;
    private final RegistrationReader reader;
    private final SigningKey key;

    public AttendanceResource(
            AttendanceService service,
            DoorLists doorLists,
            Certificates certificates,
            RegistrationReader reader,
            SigningKey key) {
        this.service = service;
        this.doorLists = doorLists;
        this.certificates = certificates;
        this.reader = reader;
        this.key = key;
    }

    @POST
    @Path("registrations/{registrationId}:check-in")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @PersonalData
    @Idempotent
    @Operation(summary = "Record the arrival", operationId = "checkIn")
    @APIResponseSchema(RegistrationView.class)
    public Response checkIn(
            @PathParam("registrationId") UUID registrationId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.checkIn(registrationId, Versions.required(ifMatch));
        return reader.answer(registrationId, null);
    }

    @POST
    @Path("registrations/{registrationId}:undo-check-in")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @PersonalData
    @Idempotent
    @Operation(summary = "Take back an arrival", operationId = "undoCheckIn")
    @APIResponseSchema(RegistrationView.class)
    public Response undoCheckIn(
            @PathParam("registrationId") UUID registrationId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.undoCheckIn(registrationId, Versions.required(ifMatch));
        return reader.answer(registrationId, null);
    }

    /** Together with the public key a device checks codes, and who is expected, without a connection. */
    @GET
    @Path("events/{eventId}/door-list")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @PersonalData
    @Operation(summary = "Read who is expected, signed", operationId = "getDoorList")
    public DoorList doorList(
            @PathParam("eventId") UUID eventId,
            @QueryParam("followUpId") @Parameter(description = "For the door of this follow-up.") @Nullable
                    UUID followUpId) {
        return doorLists.of(eventId, followUpId, PlatformTime.now());
    }

    @GET
    @Path("check-in-key")
    @PermitAll
    @Operation(summary = "Read the public key behind check-in codes and door lists", operationId = "getCheckInKey")
    public CheckInKey checkInKey() {
        String x = Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey());
        return new CheckInKey("OKP", "Ed25519", "EdDSA", "sig", key.id(), x);
    }

    @GET
    @Path("registrations/{registrationId}/certificate")
    @PermitAll
    @PersonalData
    @Produces(PDF)
    @Operation(summary = "Read the certificate of attendance, as PDF", operationId = "getCertificate")
    @APIResponse(
            responseCode = "200",
            description = "The certificate",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(responseCode = "409", description = "Not checked in, or not over yet")
    public Response certificate(
            @PathParam("registrationId") UUID registrationId, @HeaderParam(TOKEN) @Nullable String token) {
        reader.require(registrationId, token);
        return Response.ok(certificates.of(registrationId), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificate.pdf\"")
                .build();
    }
}
