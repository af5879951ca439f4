package eu.mpf.events.feedback.api;

import eu.mpf.events.feedback.FeedbackAnswer;
import eu.mpf.events.feedback.FeedbackResults;
import eu.mpf.events.feedback.FeedbackService;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Anonymous feedback on a session. */
@Path("/v1")
@Tag(name = "Feedback", description = "What those who attended think of a session, anonymously.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FeedbackResource {
    private final FeedbackService service;
    private final Caller caller;

    public FeedbackResource(FeedbackService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Path("sessions/{sessionId}/feedback")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER, Roles.PROGRAMME_OFFICER})
    @Operation(summary = "Read the figures and texts of a session's feedback", operationId = "getFeedback")
    public FeedbackResults get(@PathParam("sessionId") UUID sessionId) {
        return service.results(sessionId);
    }

    /**
     * Takes no {@code Idempotency-Key}: what would be stored under it would tie the answer to whoever gave it. A second
     * answer of the same attendee is refused, so a repeated request counts once all the same.
     */
    @POST
    @Path("sessions/{sessionId}/feedback")
    @WithoutKey("what is stored for it would lead to the person; a second feedback is refused")
    @PermitAll
    @Operation(
            summary = "Say what you think of a session you attend, once and anonymously",
            operationId = "giveFeedback",
            description = "Takes no Idempotency-Key: what would be stored for it would tie the answer to the person."
                    + " A repeated request is refused with feedback-given and counts once.")
    @APIResponse(responseCode = "204", description = "Counted; nothing is kept that leads back to you")
    public Response give(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam("Registration-Token") @Nullable String token,
            @NotNull @Valid FeedbackAnswer answer) {
        service.give(sessionId, answer, caller.isAnonymous() ? null : caller.subject(), token);
        return Response.noContent().build();
    }
}
