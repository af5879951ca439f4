package eu.mpf.events.joinlink.api;

import eu.mpf.events.joinlink.JoinLink;
import eu.mpf.events.joinlink.JoinLinkService;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The link by which a session is joined online. Without one the version is 0. */
@Path("/v1")
@Tag(name = "Sessions")
@PersonalData
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JoinLinkResource {
    private final JoinLinkService service;
    private final RegistrationsOf registrations;
    private final Caller caller;

    public JoinLinkResource(JoinLinkService service, RegistrationsOf registrations, Caller caller) {
        this.service = service;
        this.registrations = registrations;
        this.caller = caller;
    }

    /** Organisers always read it; whoever has a seat, from the set time on; to everybody else there is none. */
    @GET
    @Path("sessions/{sessionId}/join-link")
    @PermitAll
    @Operation(summary = "Read the join link of an online session", operationId = "getJoinLink")
    @APIResponseSchema(JoinLinkView.class)
    @APIResponse(responseCode = "409", description = "Too early, or over")
    public Response get(
            @PathParam("sessionId") UUID sessionId, @HeaderParam("Registration-Token") @Nullable String token) {
        if (caller.hasRole(Roles.EVENT_MANAGER)) {
            return answer(sessionId, service.read(sessionId));
        }
        UUID registration = registrations
                .of(sessionId, token)
                .orElseThrow(() -> ProblemException.notFound("join link of session", sessionId));
        return answer(sessionId, service.forRegistrant(sessionId, registration));
    }

    @PUT
    @Path("sessions/{sessionId}/join-link")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Operation(summary = "Set the join link of an online session", operationId = "setJoinLink")
    @APIResponseSchema(JoinLinkView.class)
    public Response set(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid JoinLink link) {
        return answer(sessionId, service.write(sessionId, Versions.required(ifMatch), link));
    }

    private static Response answer(UUID sessionId, JoinLinkService.Held held) {
        return Answers.ok(
                new JoinLinkView(
                        sessionId, held.link().url(), held.link().minutesBefore(), held.opensAt(), held.endsAt()),
                held.version());
    }
}
