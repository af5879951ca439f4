package eu.mpf.web.time;

import eu.mpf.web.ServiceName;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One service of a rehearsal; the gateway asks it, for all services at once, and does not show it to others. */
@Path("/v1/admin/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Administration")
@RunOnVirtualThread
public class RehearsalResource {
    private final RehearsalService rehearsal;
    private final ServiceName service;

    RehearsalResource(RehearsalService rehearsal, ServiceName service) {
        this.rehearsal = rehearsal;
        this.service = service;
    }

    /** How far from the true time; the same however often it is told. */
    @Schema(name = "ServiceClockChange", description = "How far from the true time a service's clock is to be.")
    public record Change(
            @NotNull @Size(max = 40) @Schema(description = "An ISO 8601 duration.", examples = "\"PT72H\"")
            String offset,

            @Size(max = 1000) @Nullable String reason) {}

    @GET
    @Path("{service}")
    @Operation(operationId = "getServiceRehearsal", summary = "Read the clock of one service of a rehearsal")
    @APIResponseSchema(RehearsalState.class)
    @APIResponse(responseCode = "409", description = "This is no rehearsal")
    public RehearsalState get(@PathParam("service") String name) {
        service.require(name);
        return rehearsal.state();
    }

    @PUT
    @Path("{service}/clock")
    @Operation(
            operationId = "setServiceClock",
            summary = "Move the clock of one service of a rehearsal",
            description = "The gateway's own operation moves those of all services together.")
    public RehearsalState move(@PathParam("service") String name, @NotNull @Valid Change change) {
        service.require(name);
        return rehearsal.moveBy(duration(change.offset(), "/offset"), change.reason());
    }

    /** @throws ProblemException 400 if it is none */
    public static Duration duration(String text, String pointer) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(pointer, "invalid", "is no ISO 8601 duration like PT72H or -P1D");
        }
    }
}
