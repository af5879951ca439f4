package eu.mpf.events.attendance.api;

import eu.mpf.events.attendance.AttendanceService;
import eu.mpf.events.registration.api.RegistrationReader;
import eu.mpf.events.registration.api.RegistrationView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Check-in by code: no version is asked for, as the same code may be scanned any number of times. */
@Path("/v1")
@Tag(name = "Attendance", description = "Check-in at the door, also without a network, and certificates.")
@PersonalData
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CheckInResource {
    private final AttendanceService service;
    private final RegistrationReader reader;

    public CheckInResource(AttendanceService service, RegistrationReader reader) {
        this.service = service;
        this.reader = reader;
    }

    @POST
    @Path("registrations:check-in")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Record an arrival by the code shown", operationId = "checkInByCode")
    @APIResponseSchema(RegistrationView.class)
    public Response checkIn(@NotNull @Valid CheckIn shown) {
        return reader.answer(
                service.checkIn(shown.code(), shown.eventId(), shown.followUpId(), shown.arrivedAt()), null);
    }
}
