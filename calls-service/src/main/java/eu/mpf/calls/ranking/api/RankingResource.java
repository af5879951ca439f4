package eu.mpf.calls.ranking.api;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.ranking.RankedApplication;
import eu.mpf.calls.ranking.RankingService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ranked list of a call. */
@Path("/v1/calls")
@Tag(name = "Evaluation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RankingResource {

    private final RankingService service;

    RankingResource(RankingService service) {
        this.service = service;
    }

    @GET
    @Path("/{callId}/ranking")
    @RolesAllowed({
        Roles.PROGRAMME_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.COMMITTEE_MEMBER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @Operation(
            summary = "The ranking",
            description =
                    "What has a consensus score and is not decided, by total and tie-breaks, cut by the money that is left.")
    public Page<RankedApplication> ranking(
            @PathParam("callId") UUID id, @QueryParam("stage") @DefaultValue("FULL_APPLICATION") Stage stage) {
        return Page.of(service.seen(id, stage));
    }

    @POST
    @Path("/{callId}/ranking:decide-tie")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.COMMITTEE_MEMBER})
    @Idempotent
    @Operation(
            summary = "Decide between equals",
            description =
                    "By the body that decides in the call: the chair, or a programme officer, while a meeting with its"
                            + " quorum is open; else a programme officer. Answers with the ranking as it then is.")
    @APIResponse(responseCode = "200")
    @APIResponseSchema(value = RankingAnswer.class, responseCode = "200")
    public Response decideTie(@PathParam("callId") UUID id, @NotNull @Valid TieRequest request) {
        Stage stage = request.stage() == null ? Stage.FULL_APPLICATION : request.stage();
        return Response.ok(new RankingAnswer(service.decideTie(id, stage, request.applications(), request.reason())))
                .build();
    }

    /** The ranking after a decision. */
    public record RankingAnswer(java.util.List<RankedApplication> items) {}
}
