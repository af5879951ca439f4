package eu.mpf.gateway.rehearsal;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.time.RehearsalResource;
import eu.mpf.web.time.RehearsalService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rehearsal, for administrators. */
@Path("/v1/admin/rehearsal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Rehearsal", description = "The time of a platform that is not the one for production")
@RunOnVirtualThread
public class PlatformRehearsalResource {

    private static final List<String> SPEAKING =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE, "X-Request-Id", "traceparent");

    private final PlatformRehearsalService rehearsal;

    PlatformRehearsalResource(PlatformRehearsalService rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** The time it is to be: either a moment or a distance from the true time. */
    @Schema(
            name = "ClockChange",
            description =
                    "The time it is to be from now on: a moment, or a distance from the true time; one of the two.")
    public record Change(
            @Nullable @Schema(examples = "\"2026-12-15T15:59:00.000Z\"")
            Instant now,

            @Nullable @Size(max = 40) @Schema(description = "An ISO 8601 duration.", examples = "\"PT72H\"")
            String offset,

            @Nullable @Size(max = 1000) String reason) {

        /** @throws ProblemException 400 unless just one of both is there, and near enough */
        Duration toOffset(Instant trueTime) {
            if (now != null && offset == null) {
                Duration wanted = Duration.between(trueTime, now);
                RehearsalService.check(wanted, "/now");
                return wanted.truncatedTo(ChronoUnit.MILLIS);
            }
            if (offset != null && now == null) {
                Duration wanted = RehearsalResource.duration(offset, "/offset");
                RehearsalService.check(wanted, "/offset");
                return wanted.truncatedTo(ChronoUnit.MILLIS);
            }
            throw ProblemException.invalid(
                    now == null ? "/now" : "/offset", "one-of", "either now or offset must be there");
        }
    }

    @GET
    @Operation(
            operationId = "getRehearsal",
            summary = "Read what time it is in a rehearsal",
            description = "At every service. A platform that is no rehearsal answers 409 `no-rehearsal`.")
    @APIResponseSchema(RehearsalView.class)
    @APIResponse(responseCode = "409", description = "This is no rehearsal")
    public RehearsalView get(@Context HttpHeaders headers) {
        return rehearsal.state(speaking(headers));
    }

    @PUT
    @Path("clock")
    @Operation(
            operationId = "setRehearsalClock",
            summary = "Move the time of a rehearsal",
            description =
                    "Forward or back, at every service and every instance together; from then on it goes on as any clock does."
                            + " Deadlines, windows, reminders, offers and retention follow. Tokens, keys, webhooks, the audit"
                            + " trail and what is only technical do not. While a service does not answer, nothing is changed."
                            + " A platform that is no rehearsal answers 409 `no-rehearsal`.")
    public RehearsalView move(@NotNull @Valid Change change, @Context HttpHeaders headers) {
        return rehearsal.moveBy(change.toOffset(Instant.now()), change.reason(), speaking(headers));
    }

    @DELETE
    @Path("clock")
    @Operation(operationId = "resetRehearsalClock", summary = "Give a rehearsal the true time again")
    public RehearsalView reset(@Context HttpHeaders headers) {
        return rehearsal.moveBy(Duration.ZERO, null, speaking(headers));
    }

    private static Map<String, String> speaking(HttpHeaders headers) {
        Map<String, String> speaking = new HashMap<>();
        for (String name : SPEAKING) {
            String value = headers.getHeaderString(name);
            if (value != null) {
                speaking.put(name, value);
            }
        }
        return speaking;
    }
}
