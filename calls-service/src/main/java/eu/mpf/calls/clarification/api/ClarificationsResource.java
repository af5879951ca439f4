package eu.mpf.calls.clarification.api;

import eu.mpf.calls.call.api.CallAccess;
import eu.mpf.calls.clarification.Answer;
import eu.mpf.calls.clarification.Clarification;
import eu.mpf.calls.clarification.ClarificationService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions about a call: asked by any applicant, answered for everybody. */
@Path("/v1/calls")
@Tag(name = "Clarifications", description = "Questions about a call, answered for everybody.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ClarificationsResource {

    private final ClarificationService service;
    private final CallAccess access;
    private final ClarificationViews views;
    private final Listing listing;
    private final Caller caller;
    private final LinkChecker links;
    private final Once once;

    ClarificationsResource(
            ClarificationService service,
            CallAccess access,
            ClarificationViews views,
            Listing listing,
            Caller caller,
            LinkChecker links,
            Once once) {
        this.service = service;
        this.access = access;
        this.views = views;
        this.listing = listing;
        this.caller = caller;
        this.links = links;
        this.once = once;
    }

    @GET
    @Path("/{callId}/clarifications")
    @PermitAll
    @Operation(
            summary = "Questions and answers",
            description = "The public sees what is answered; staff and the asker also what is not.")
    public Page<ClarificationView> list(@BeanParam PageParams params, @PathParam("callId") UUID callId) {
        String binding = access.visible(callId).terms().binding();
        return listing.<ClarificationView>select(ClarificationViews.COLUMNS)
                .from("clarification q")
                .where("q.call_id = ?", callId)
                .whereIf(!access.isStaff(), "(q.answered_at IS NOT NULL OR q.asked_by = ?)", caller.subject())
                .sortableNotNull("askedAt", "q.asked_at", SortType.INSTANT)
                .idColumn("q.id")
                .defaultSort("askedAt")
                .page(params, row -> views.row(row, binding));
    }

    @POST
    @Path("/{callId}/clarifications")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(summary = "Ask a question")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClarificationView.class)))
    public Response ask(@PathParam("callId") UUID callId, @NotNull @Valid QuestionRequest request) {
        Clarification asked = service.ask(callId, request.language(), request.question());
        return Response.created(URI.create("/v1/calls/" + callId + "/clarifications/" + asked.id()))
                .entity(views.of(asked, binding(callId)))
                .tag(Versions.etag(asked.version()))
                .build();
    }

    @GET
    @Path("/{callId}/clarifications/{clarificationId}")
    @PermitAll
    @Operation(summary = "Read a question", description = "One that is not answered, only by staff and the asker.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClarificationView.class)))
    public Response get(@PathParam("callId") UUID callId, @PathParam("clarificationId") UUID id) {
        Clarification clarification = service.get(callId, id);
        if (!clarification.isAnswered()
                && !access.isStaff()
                && !clarification.askedBy().equals(caller.subject())) {
            throw ProblemException.notFound("clarification", id);
        }
        return views.answer(clarification, binding(callId));
    }

    @POST
    @Path("/{callId}/clarifications/{clarificationId}:answer")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Answer for everybody",
            description =
                    "In the language of the question, or in several. Answering again corrects the answer. Links in it are followed before; a dead one keeps it in.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClarificationView.class)))
    public Response answer(
            @PathParam("callId") UUID callId,
            @PathParam("clarificationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnswerRequest request) {
        long expected = Versions.required(ifMatch);
        Answer answer = request.toAnswer();
        CheckedLinks checked = links.check(request.links());
        return once.run(() -> {
            checked.requireSound();
            return views.answer(service.answer(callId, id, expected, answer), binding(callId));
        });
    }

    private String binding(UUID callId) {
        return access.visible(callId).terms().binding();
    }
}
