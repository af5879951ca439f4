package eu.mpf.calls.committee.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.committee.MeetingService;
import eu.mpf.calls.committee.MeetingStatus;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Meetings of the committee: planned, opened, closed. */
@Path("/v1/committee-meetings")
@Tag(name = "Committee", description = "Meetings, their agenda, and decisions on applications.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class MeetingsResource {

    private final MeetingService service;
    private final MeetingAnswers answers;
    private final Listing listing;
    private final Caller caller;

    MeetingsResource(MeetingService service, MeetingAnswers answers, Listing listing, Caller caller) {
        this.service = service;
        this.answers = answers;
        this.listing = listing;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.PROGRAMME_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.COMMITTEE_MEMBER
    })
    @Operation(summary = "List meetings", description = "A member sees those it sits in.")
    public Page<MeetingSummary> list(@BeanParam PageParams params, @QueryParam("callId") @Nullable UUID callId) {
        boolean staff =
                caller.hasAnyRole(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);
        return listing.<MeetingSummary>select("m.id, m.call_id, m.title, m.scheduled_at, m.status")
                .from("committee_meeting m")
                .whereIf(callId != null, "m.call_id = ?", callId)
                .whereIf(
                        !staff,
                        "m.members @> jsonb_build_array(jsonb_build_object('member', CAST(? AS text)))",
                        caller.subject())
                .sortableNotNull("scheduledAt", "m.scheduled_at", SortType.INSTANT)
                .idColumn("m.id")
                .defaultSort("scheduledAt")
                .page(
                        params,
                        row -> new MeetingSummary(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                MeetingStatus.valueOf(row.getString(5))));
    }

    @POST
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Plan a meeting")
    @APIResponse(responseCode = "404", description = "There is no such call")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response plan(@NotNull @Valid NewMeeting request) {
        var meeting = service.plan(request.callId(), request.title(), request.scheduledAt());
        return answers.answer(Response.created(URI.create("/v1/committee-meetings/" + meeting.id())), meeting);
    }

    @GET
    @Path("/{meetingId}")
    @RolesAllowed({
        Roles.PROGRAMME_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.COMMITTEE_MEMBER
    })
    @Operation(summary = "Read a meeting")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response get(@PathParam("meetingId") UUID id) {
        return answers.answer(Response.ok(), service.visible(id));
    }

    @POST
    @Path("/{meetingId}:open")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.COMMITTEE_MEMBER})
    @Idempotent
    @Operation(summary = "Open a meeting", description = "From then on votes are taken.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response open(@PathParam("meetingId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answers.answer(Response.ok(), service.open(id, Versions.required(ifMatch)));
    }

    @POST
    @Path("/{meetingId}:close")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.COMMITTEE_MEMBER})
    @Idempotent
    @Operation(summary = "Close a meeting")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response close(@PathParam("meetingId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answers.answer(Response.ok(), service.close(id, Versions.required(ifMatch)));
    }

    @PATCH
    @Path("/{meetingId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(summary = "Change title or time", description = "Merge patch, while the meeting is planned.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response schedule(
            @PathParam("meetingId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = MeetingPatch.class)))
                    JsonNode patch) {
        return answers.answer(Response.ok(), service.schedule(id, Versions.required(ifMatch), patch));
    }
}
