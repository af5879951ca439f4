package eu.mpf.events.question.api;

import eu.mpf.events.Access;
import eu.mpf.events.question.Question;
import eu.mpf.events.question.QuestionService;
import eu.mpf.events.question.QuestionStatus;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.events.shared.api.Reason;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions from the audience. The public reads what was approved; moderators read all. */
@Path("/v1")
@Tag(name = "Questions", description = "Questions to the speakers of a session, and the answers.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QuestionsResource {
    private static final String PUBLIC = "q.status IN ('APPROVED', 'ANSWERED', 'CARRIED_OVER')";

    private final QuestionService service;
    private final LinkChecker links;
    private final Once once;
    private final SessionReader sessions;
    private final Listing listing;
    private final Sql sql;
    private final Caller caller;

    public QuestionsResource(
            QuestionService service,
            LinkChecker links,
            Once once,
            SessionReader sessions,
            Listing listing,
            Sql sql,
            Caller caller) {
        this.service = service;
        this.links = links;
        this.once = once;
        this.sessions = sessions;
        this.listing = listing;
        this.sql = sql;
        this.caller = caller;
    }

    /** A question, in the asker's own words; no name is kept. */
    @Schema(name = "NewQuestion")
    public record Ask(@NotBlank @Size(max = 2000) String text) {}

    @Schema(name = "QuestionAnswer")
    public record Answer(@NotBlank @Size(max = 10_000) String answer) {}

    @Schema(name = "CarryOver")
    public record CarryOver(@Nullable UUID followUpId) {}

    @GET
    @Path("sessions/{sessionId}/questions")
    @PermitAll
    @Operation(summary = "List questions, most wanted first", operationId = "listQuestions")
    public Page<QuestionView> list(
            @PathParam("sessionId") UUID sessionId,
            @QueryParam("status") @Nullable List<QuestionStatus> status,
            @BeanParam PageParams page) {
        return listing.<QuestionView>select("q.*")
                .from("question q JOIN session s ON s.id = q.session_id JOIN event e ON e.id = s.event_id")
                .where("q.session_id = ? AND " + sessions.visible(), sessionId)
                .whereIf(!Access.isStaff(caller), PUBLIC)
                .whereIf(status != null && !status.isEmpty(), "q.status = ANY (?)", status)
                .sortableNotNull("votes", "q.votes", SortType.INTEGER)
                .sortableNotNull("askedAt", "q.asked_at", SortType.INSTANT)
                .idColumn("q.id")
                .defaultSort("votes desc")
                .page(page, QuestionView::of);
    }

    @POST
    @Path("sessions/{sessionId}/questions")
    @PermitAll
    @Idempotent
    @Operation(summary = "Ask a question", operationId = "askQuestion")
    @APIResponseSchema(value = QuestionView.class, responseCode = "201")
    public Response ask(@PathParam("sessionId") UUID sessionId, @NotNull @Valid Ask question) {
        Question asked = service.ask(sessionId, question.text());
        return sql.first("SELECT * FROM question WHERE id = ?", QuestionView::of, asked.id())
                .map(view -> Answers.created(
                        "/v1/sessions/%s/questions/%s".formatted(sessionId, asked.id()), view, asked.version()))
                .orElseThrow();
    }

    @GET
    @Path("sessions/{sessionId}/questions/{questionId}")
    @PermitAll
    @Operation(summary = "Read a question", operationId = "getQuestion")
    @APIResponseSchema(QuestionView.class)
    public Response get(@PathParam("sessionId") UUID sessionId, @PathParam("questionId") UUID questionId) {
        String visible = sessions.visible() + (Access.isStaff(caller) ? "" : " AND " + PUBLIC);
        return sql.first(
                        """
                        SELECT q.* FROM question q JOIN session s ON s.id = q.session_id
                        JOIN event e ON e.id = s.event_id WHERE q.session_id = ? AND q.id = ? AND\s""" + visible,
                        row -> Answers.ok(QuestionView.of(row), row.getLong("version")),
                        sessionId,
                        questionId)
                .orElseThrow(() -> ProblemException.notFound("question", questionId));
    }

    @POST
    @Path("sessions/{sessionId}/questions/{questionId}:approve")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    @Idempotent
    @Operation(summary = "Let everybody see a question", operationId = "approveQuestion")
    @APIResponseSchema(QuestionView.class)
    public Response approve(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("questionId") UUID questionId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.approve(sessionId, questionId, Versions.required(ifMatch));
        return get(sessionId, questionId);
    }

    @POST
    @Path("sessions/{sessionId}/questions/{questionId}:reject")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    @Idempotent
    @Operation(summary = "Put a question aside", operationId = "rejectQuestion")
    @APIResponseSchema(QuestionView.class)
    public Response reject(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("questionId") UUID questionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason because) {
        service.reject(sessionId, questionId, Versions.required(ifMatch), because.reason());
        return get(sessionId, questionId);
    }

    /** Once per person, however often it is called; needs no version. */
    @POST
    @Path("sessions/{sessionId}/questions/{questionId}:upvote")
    @PermitAll
    @Idempotent
    @Operation(summary = "Vote for a question", operationId = "upvoteQuestion")
    @APIResponseSchema(QuestionView.class)
    public Response upvote(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("questionId") UUID questionId,
            @HeaderParam("Registration-Token") @Nullable String token) {
        get(sessionId, questionId); // what is not shown is not there to be voted on
        service.upvote(sessionId, questionId, caller.isAnonymous() ? null : caller.subject(), token);
        return get(sessionId, questionId);
    }

    @POST
    @Path("sessions/{sessionId}/questions/{questionId}:answer")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Record the answer",
            operationId = "answerQuestion",
            description = "Links in it are followed before; a dead one keeps it in.")
    @APIResponseSchema(QuestionView.class)
    public Response answer(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("questionId") UUID questionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Answer answer) {
        long expected = Versions.required(ifMatch);
        CheckedLinks checked = links.check(
                new FoundLinks().text("/answer", "Answer", answer.answer()).list());
        return once.run(() -> {
            checked.requireSound();
            service.answer(sessionId, questionId, expected, answer.answer());
            return get(sessionId, questionId);
        });
    }

    @POST
    @Path("sessions/{sessionId}/questions/{questionId}:carry-over")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    @Idempotent
    @Operation(summary = "Move an open question to a follow-up session", operationId = "carryOverQuestion")
    @APIResponseSchema(QuestionView.class)
    public Response carryOver(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("questionId") UUID questionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable @Valid CarryOver to) {
        service.carryOver(sessionId, questionId, Versions.required(ifMatch), to == null ? null : to.followUpId());
        return get(sessionId, questionId);
    }
}
