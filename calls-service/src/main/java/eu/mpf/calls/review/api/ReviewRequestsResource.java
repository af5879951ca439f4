package eu.mpf.calls.review.api;

import eu.mpf.calls.application.Sight;
import eu.mpf.calls.review.ReviewRequest;
import eu.mpf.calls.review.ReviewService;
import eu.mpf.calls.review.ReviewStatus;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests that a refusal be reviewed. */
@Path("/v1/review-requests")
@Tag(name = "Reviews", description = "Requests to look at a refusal again.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReviewRequestsResource {

    private static final String OVERDUE = "r.answer_due_at < COALESCE(r.closed_at, platform_clock())";

    private final ReviewService service;
    private final Listing listing;
    private final Caller caller;

    ReviewRequestsResource(ReviewService service, Listing listing, Caller caller) {
        this.service = service;
        this.listing = listing;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @Operation(
            summary = "List requests for review",
            description = "Staff see all, an applicant its own organisation's.")
    public Page<ReviewSummary> list(
            @BeanParam PageParams params,
            @QueryParam("callId") @Nullable UUID callId,
            @QueryParam("applicationId") @Nullable UUID applicationId,
            @QueryParam("status") List<ReviewStatus> status,
            @QueryParam("overdue") @Nullable Boolean overdue) {
        return listing.<ReviewSummary>select(
                        "r.id, r.reference, r.application_id, r.call_id, r.organisation, r.status, r.filed_at,"
                                + " r.answer_due_at, COALESCE(" + OVERDUE + ", false) AS overdue")
                .from("review_request r")
                .whereIf(
                        !Sight.isStaff(caller),
                        "r.organisation = ?",
                        caller.organisation().orElse(""))
                .whereIf(callId != null, "r.call_id = ?", callId)
                .whereIf(applicationId != null, "r.application_id = ?", applicationId)
                .whereIf(!status.isEmpty(), "r.status = ANY(?)", status)
                .whereIf(overdue != null, "COALESCE(" + OVERDUE + ", false) = ?", overdue)
                .sortableNotNull("reference", "r.reference", SortType.TEXT)
                .sortableNotNull("filedAt", "r.filed_at", SortType.INSTANT)
                .idColumn("r.id")
                .defaultSort("reference")
                .page(params, ReviewRequestsResource::row);
    }

    private static ReviewSummary row(ResultSet row) throws SQLException {
        return new ReviewSummary(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("application_id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getString("organisation"),
                ReviewStatus.valueOf(row.getString("status")),
                Objects.requireNonNull(Sql.instant(row, "filed_at")),
                Sql.instant(row, "answer_due_at"),
                row.getBoolean("overdue"));
    }

    @POST
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Ask for a review of a refusal",
            description = "By the lead, within the days the letter names, once for each refusal.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReviewRequestView.class)))
    @APIResponse(responseCode = "404", description = "There is no such application, or it is not yours")
    public Response file(@NotNull @Valid NewReviewRequest request) {
        ReviewRequest filed = service.file(request.applicationId(), request.grounds());
        URI location = URI.create("/v1/review-requests/" + filed.id());
        return ReviewRequestView.answer(Response.created(location), filed).build();
    }

    @GET
    @Path("/{reviewRequestId}")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @Operation(summary = "Read a request for review")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewRequestView.class)))
    public Response get(@PathParam("reviewRequestId") UUID id) {
        return ReviewRequestView.answer(Response.ok(), service.visible(id)).build();
    }

    @POST
    @Path("/{reviewRequestId}:decide")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Answer a request for review",
            description =
                    "An overturned refusal opens the application again: a rejected one is eligible, an ineligible "
                            + "one is checked anew, a concept note waits for its answer. The applicant is told by mail, once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewRequestView.class)))
    public Response decide(
            @PathParam("reviewRequestId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReviewDecision request) {
        ReviewRequest decided =
                service.decide(id, Versions.required(ifMatch), request.outcome().command(), request.reasons());
        return ReviewRequestView.answer(Response.ok(), decided).build();
    }

    @POST
    @Path("/{reviewRequestId}:withdraw")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(summary = "Take a request for review back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewRequestView.class)))
    public Response withdraw(@PathParam("reviewRequestId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ReviewRequestView.answer(Response.ok(), service.withdraw(id, Versions.required(ifMatch)))
                .build();
    }
}
