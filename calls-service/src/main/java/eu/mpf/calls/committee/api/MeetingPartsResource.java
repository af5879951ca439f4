package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.AgendaItem;
import eu.mpf.calls.committee.Meeting;
import eu.mpf.calls.committee.MeetingService;
import eu.mpf.calls.committee.Member;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members, agenda, votes and minutes of a meeting. */
@Path("/v1/committee-meetings")
@Tag(name = "Committee")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class MeetingPartsResource {

    private final MeetingService service;
    private final MeetingAnswers answers;

    MeetingPartsResource(MeetingService service, MeetingAnswers answers) {
        this.service = service;
        this.answers = answers;
    }

    @GET
    @Path("/{meetingId}/members")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.COMMITTEE_MEMBER})
    @Operation(summary = "The members of a meeting")
    public Page<Member> members(@PathParam("meetingId") UUID id) {
        return Page.of(service.visible(id).members());
    }

    @POST
    @Path("/{meetingId}/members")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Seat a member", description = "If-Match is the meeting's ETag; answers with the meeting.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response seat(
            @PathParam("meetingId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MemberRequest request) {
        boolean present = request.present() == null || request.present();
        Member member = new Member(request.member(), request.role(), present, null, List.of());
        URI location = URI.create("/v1/committee-meetings/" + id + "/members");
        return answers.answer(Response.created(location), service.seat(id, Versions.required(ifMatch), member));
    }

    @PUT
    @Path("/{meetingId}/members/{member}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(summary = "Note presence or absence")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response presence(
            @PathParam("meetingId") UUID id,
            @PathParam("member") String member,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PresenceRequest request) {
        return answers.answer(
                Response.ok(),
                service.presence(id, Versions.required(ifMatch), member, request.present(), request.reason()));
    }

    @POST
    @Path("/{meetingId}/members/{member}:declare-conflict")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    @Idempotent
    @Operation(summary = "Declare a conflict of interest", description = "By the member, for one application.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response declareConflict(
            @PathParam("meetingId") UUID id,
            @PathParam("member") String member,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MemberConflict request) {
        return answers.answer(
                Response.ok(),
                service.declareConflict(
                        id, Versions.required(ifMatch), member, request.applicationId(), request.reason()));
    }

    @GET
    @Path("/{meetingId}/agenda")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.COMMITTEE_MEMBER})
    @Operation(summary = "The agenda of a meeting")
    public Page<AgendaItem> agenda(@PathParam("meetingId") UUID id) {
        Meeting meeting = service.visible(id);
        Set<UUID> hidden = service.hidden(meeting);
        return Page.of(meeting.agenda().stream()
                .filter(item -> !hidden.contains(item.applicationId()))
                .toList());
    }

    @DELETE
    @Path("/{meetingId}/agenda/{applicationId}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            summary = "Take an application off the agenda",
            description = "As long as nobody voted on it. If-Match is the meeting's ETag.")
    @APIResponse(responseCode = "204")
    public Response takeOff(
            @PathParam("meetingId") UUID id,
            @PathParam("applicationId") UUID applicationId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.takeOff(id, Versions.required(ifMatch), applicationId);
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{meetingId}/members/{member}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            summary = "Take a member out of a meeting",
            description = "Not one with a declared conflict. If-Match is the meeting's ETag.")
    @APIResponse(responseCode = "204")
    public Response unseat(
            @PathParam("meetingId") UUID id,
            @PathParam("member") String member,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.unseat(id, Versions.required(ifMatch), member);
        return Response.noContent().build();
    }

    @POST
    @Path("/{meetingId}/agenda")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Put an application on the agenda",
            description =
                    "One that was handed in to the meeting's call. Putting it again replaces the proposal, as long as nobody"
                            + " voted on it.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response put(
            @PathParam("meetingId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AgendaRequest request) {
        AgendaItem item =
                new AgendaItem(request.applicationId(), request.proposal(), request.amount(), request.recommendation());
        URI location = URI.create("/v1/committee-meetings/" + id + "/agenda");
        return answers.answer(Response.created(location), service.put(id, Versions.required(ifMatch), item));
    }

    @GET
    @Path("/{meetingId}/votes")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.COMMITTEE_MEMBER})
    @Operation(summary = "The votes of a meeting")
    public Page<VotesView> votes(@PathParam("meetingId") UUID id) {
        return Page.of(service.votes(id).entrySet().stream()
                .map(entry -> new VotesView(entry.getKey(), entry.getValue()))
                .toList());
    }

    @POST
    @Path("/{meetingId}/votes")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    @Idempotent
    @Operation(
            summary = "Vote",
            description = "By a member who is present and without a conflict, while the meeting is open.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VoteRequest.class)))
    public Response vote(@PathParam("meetingId") UUID id, @NotNull @Valid VoteRequest request) {
        service.vote(id, request.applicationId(), request.vote());
        return Response.ok(request).build();
    }

    @GET
    @Path("/{meetingId}/minutes")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.COMMITTEE_MEMBER})
    @Operation(summary = "The minutes of a meeting")
    public Minutes minutes(@PathParam("meetingId") UUID id) {
        String text = service.visible(id).minutes();
        if (text == null) {
            throw ProblemException.notFound("minutes", id);
        }
        return new Minutes(text);
    }

    @PUT
    @Path("/{meetingId}/minutes")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(summary = "Write the minutes")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeetingView.class)))
    public Response write(
            @PathParam("meetingId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Minutes request) {
        return answers.answer(Response.ok(), service.write(id, Versions.required(ifMatch), request.text()));
    }
}
