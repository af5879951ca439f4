package eu.mpf.events.registration.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.calendar.CalendarFile;
import eu.mpf.events.calendar.api.CalendarAnswers;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.CorrectionService;
import eu.mpf.events.registration.IntakeService;
import eu.mpf.events.registration.ManageToken;
import eu.mpf.events.registration.RegistrationCorrection;
import eu.mpf.events.registration.RegistrationDetails;
import eu.mpf.events.registration.RegistrationRequest;
import eu.mpf.events.registration.RegistrationService;
import eu.mpf.events.registration.RegistrationStatus;
import eu.mpf.events.shared.api.Reason;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registrations: anybody may make one, organisers see all, everybody else sees the own one. */
@Path("/v1")
@Tag(name = "Registrations", description = "Forms, invitations, seats and the waiting list.")
@PersonalData
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RegistrationsResource {
    static final String TOKEN = "Registration-Token";

    private final IntakeService intake;
    private final IntakeLane lane;
    private final Once once;
    private final RegistrationService service;
    private final CorrectionService corrections;
    private final MergePatch patches;
    private final ManageToken tokens;
    private final Registrant registrant;
    private final RegistrationReader reader;
    private final Listing listing;
    private final Appointments appointments;
    private final CalendarAnswers calendars;

    public RegistrationsResource(
            IntakeService intake,
            IntakeLane lane,
            Once once,
            RegistrationService service,
            CorrectionService corrections,
            MergePatch patches,
            ManageToken tokens,
            Registrant registrant,
            RegistrationReader reader,
            Listing listing,
            Appointments appointments,
            CalendarAnswers calendars) {
        this.intake = intake;
        this.lane = lane;
        this.once = once;
        this.service = service;
        this.corrections = corrections;
        this.patches = patches;
        this.tokens = tokens;
        this.registrant = registrant;
        this.reader = reader;
        this.listing = listing;
        this.appointments = appointments;
        this.calendars = calendars;
    }

    @GET
    @Path("events/{eventId}/registrations")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(summary = "List the registrations of an event and its follow-ups", operationId = "listRegistrations")
    public Page<RegistrationView> list(
            @PathParam("eventId") UUID eventId,
            @QueryParam("status") @Nullable List<RegistrationStatus> status,
            @QueryParam("category") @Nullable List<AudienceCategory> category,
            @QueryParam("followUpId") @Parameter(description = "Those of this follow-up only.") @Nullable
                    UUID followUpId,
            @BeanParam PageParams page) {
        return listing.<RegistrationView>select(RegistrationView.COLUMNS)
                .from("registration r")
                .where("r.event_id = ?", eventId)
                .whereIf(status != null && !status.isEmpty(), "r.status = ANY (?)", status)
                .whereIf(category != null && !category.isEmpty(), "r.category = ANY (?)", category)
                .whereIf(followUpId != null, "r.follow_up_id = ?", followUpId)
                .sortableNotNull("createdAt", "r.created_at", SortType.INSTANT)
                .sortableNotNull("number", "r.number", SortType.INTEGER)
                .idColumn("r.id")
                .defaultSort("createdAt")
                .page(page, RegistrationView::of);
    }

    /** The answer holds {@code manageToken}, once: whoever holds it may read and withdraw the registration. */
    @POST
    @Path("events/{eventId}/registrations")
    @PermitAll
    @Idempotent(looksFirst = true)
    @Operation(summary = "Register for an event or a follow-up", operationId = "register")
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201")
    @APIResponse(responseCode = "204", description = "Checked with validateOnly; nothing was stored.")
    public Response register(
            @PathParam("eventId") UUID eventId,
            @NotNull @Valid RegistrationDetails details,
            @QueryParam("validateOnly")
                    @DefaultValue("false")
                    @Parameter(description = "Check only; nothing is stored and the answer is 204.")
                    boolean validateOnly) {
        if (validateOnly) {
            return once.run(() -> {
                intake.check(eventId, details);
                return Response.noContent().build();
            });
        }
        return lane.register(
                new RegistrationRequest(eventId, details, registrant.subject(), registrant.organisation()));
    }

    @GET
    @Path("registrations/{registrationId}")
    @PermitAll
    @Operation(summary = "Read a registration", operationId = "getRegistration")
    @APIResponseSchema(RegistrationView.class)
    public Response get(@PathParam("registrationId") UUID registrationId, @HeaderParam(TOKEN) @Nullable String token) {
        return reader.answer(registrationId, token);
    }

    /** A change of address, category or sessions is another registration: withdraw this one and register anew. */
    @PATCH
    @Path("registrations/{registrationId}")
    @PermitAll
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Correct one's own data and answers", operationId = "correctRegistration")
    @APIResponseSchema(RegistrationView.class)
    public Response correct(
            @PathParam("registrationId") UUID registrationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(TOKEN) @Nullable String token,
            @RequestBody(content = @Content(schema = @Schema(implementation = RegistrationCorrection.class)))
                    JsonNode patch) {
        corrections.correct(
                registrationId,
                Versions.required(ifMatch),
                found -> registrant.mayTouch(found, token),
                current -> patches.apply(current, patch, RegistrationCorrection.class));
        return get(registrationId, token);
    }

    /** Updated whenever it is read: what was moved comes with a higher SEQUENCE, what is off is CANCELLED. */
    @GET
    @Path("registrations/{registrationId}/calendar")
    @PermitAll
    @Produces(CalendarFile.MEDIA_TYPE)
    @Operation(summary = "Read the registrant's own calendar file", operationId = "getRegistrationCalendar")
    @APIResponse(
            responseCode = "200",
            description = "Event and sessions (RFC 5545)",
            content = @Content(mediaType = CalendarFile.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response calendar(
            @PathParam("registrationId") UUID registrationId, @HeaderParam(TOKEN) @Nullable String token) {
        reader.require(registrationId, token);
        return calendars.of(appointments.ofRegistration(registrationId), "MPF", "registration");
    }

    @POST
    @Path("registrations/{registrationId}:withdraw")
    @PermitAll
    @Idempotent
    @Operation(summary = "Withdraw; the next in line moves up", operationId = "withdrawRegistration")
    @APIResponseSchema(RegistrationView.class)
    public Response withdraw(
            @PathParam("registrationId") UUID registrationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(TOKEN) @Nullable String token,
            @RequestBody(required = false) @Nullable @Valid Withdrawal withdrawal) {
        service.withdraw(
                registrationId,
                Versions.required(ifMatch),
                withdrawal == null ? null : withdrawal.reason(),
                found -> registrant.mayTouch(found, token));
        return get(registrationId, token);
    }

    @POST
    @Path("registrations/{registrationId}:accept-offer")
    @PermitAll
    @Idempotent
    @Operation(summary = "Accept an offered seat", operationId = "acceptOffer")
    @APIResponseSchema(RegistrationView.class)
    public Response acceptOffer(
            @PathParam("registrationId") UUID registrationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(TOKEN) @Nullable String token) {
        service.acceptOffer(registrationId, Versions.required(ifMatch), found -> registrant.mayTouch(found, token));
        return get(registrationId, token);
    }

    @POST
    @Path("registrations/{registrationId}:approve")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Approve: a seat, or a place in line", operationId = "approveRegistration")
    @APIResponseSchema(RegistrationView.class)
    public Response approve(
            @PathParam("registrationId") UUID registrationId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.approve(registrationId, Versions.required(ifMatch));
        return get(registrationId, null);
    }

    @POST
    @Path("registrations/{registrationId}:reject")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Reject, with a reason the registrant is told", operationId = "rejectRegistration")
    @APIResponseSchema(RegistrationView.class)
    public Response reject(
            @PathParam("registrationId") UUID registrationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason because) {
        service.reject(registrationId, Versions.required(ifMatch), because.reason());
        return get(registrationId, null);
    }
}
