package eu.mpf.events.event.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Access;
import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventDetails;
import eu.mpf.events.event.EventService;
import eu.mpf.events.event.EventTimes;
import eu.mpf.events.event.Publicity;
import eu.mpf.events.linkeddata.LinkedEvents;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.events.shared.api.Reason;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events. Drafts are seen by staff only; to everybody else they do not exist. */
@Path("/v1")
@Tag(name = "Events", description = "Events from the draft to the day they took place.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EventsResource {
    private static final String LINKED_DATA = "application/ld+json";

    private final EventService service;
    private final LinkChecker links;
    private final Once once;
    private final Sql sql;
    private final Listing listing;
    private final MergePatch patches;
    private final LinkedEvents linkedEvents;
    private final Caller caller;

    public EventsResource(
            EventService service,
            LinkChecker links,
            Once once,
            Sql sql,
            Listing listing,
            MergePatch patches,
            LinkedEvents linkedEvents,
            Caller caller) {
        this.service = service;
        this.links = links;
        this.once = once;
        this.sql = sql;
        this.listing = listing;
        this.patches = patches;
        this.linkedEvents = linkedEvents;
        this.caller = caller;
    }

    @GET
    @Path("events")
    @PermitAll
    @Operation(
            summary = "List events",
            operationId = "listEvents",
            description =
                    "As text/calendar it is a feed of the public events that match, without pages: the first 1,000, from"
                            + " a year ago on unless startsAfter says otherwise.")
    public Page<EventSummary> list(@BeanParam EventFilter filter, @BeanParam PageParams page) {
        return filter.on(listing.<EventSummary>select(EventSummary.COLUMNS).from("event e"))
                .where(visible())
                .sortableNotNull("startsAt", "e.starts_at", SortType.INSTANT)
                .sortableNotNull("key", "e.key", SortType.TEXT)
                .idColumn("e.id")
                .defaultSort("startsAt desc")
                .page(page, EventSummary::of);
    }

    @POST
    @Path("events")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Make an event, as a draft", operationId = "createEvent")
    @APIResponseSchema(value = EventView.class, responseCode = "201")
    public Response create(@NotNull @Valid EventDetails details) {
        Event event = service.create(details);
        return Answers.created("/v1/events/" + event.id(), EventView.of(event), event.version());
    }

    @GET
    @Path("events/{eventId}")
    @PermitAll
    @Operation(
            summary = "Read an event",
            operationId = "getEvent",
            description = "As application/ld+json it is a schema.org Event with its programme; with the profile"
                    + " http://data.europa.eu/m8g/ a PublicEvent of the Core Public Event Vocabulary.")
    @APIResponse(
            responseCode = "200",
            description = "The event, in the format accepted",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventView.class)),
                @Content(mediaType = LINKED_DATA, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response get(@PathParam("eventId") UUID eventId) {
        // Past the entity manager: a read outside a transaction would cost three statements instead of one.
        return sql.first(
                        "SELECT * FROM event e WHERE e.id = ? AND " + visible(),
                        row -> Answers.ok(EventView.of(row), row.getLong("version")),
                        eventId)
                .orElseThrow(() -> ProblemException.notFound("event", eventId));
    }

    @GET
    @Path("events/{eventId}")
    @Produces(LINKED_DATA)
    @PermitAll
    @Operation(hidden = true)
    public Response linked(@PathParam("eventId") UUID eventId, @Context HttpHeaders headers) {
        boolean core = headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> LinkedEvents.CORE_PUBLIC_EVENT.equals(
                        type.getParameters().get("profile")));
        LinkedEvents.Document document = (core
                        ? linkedEvents.corePublicEvent(eventId)
                        : linkedEvents.schemaOrg(eventId))
                .orElseThrow(() -> ProblemException.notFound("event", eventId));
        return Response.ok(document.json(), LINKED_DATA)
                .tag(Versions.etag(document.version(), document.shown()))
                .build();
    }

    @PATCH
    @Path("events/{eventId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Revise an event",
            operationId = "reviseEvent",
            description = "Links that the public would be given are followed before; a dead one keeps the change out."
                    + " A draft that is moved takes its sessions along by as many days and hours, as :reschedule does with"
                    + " what is public: their ETags change with it.")
    @APIResponseSchema(EventView.class)
    public Response revise(
            @PathParam("eventId") UUID eventId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = EventDetails.class))) JsonNode patch) {
        long expected = Versions.required(ifMatch);
        UnaryOperator<EventDetails> change = details -> patches.apply(details, patch, EventDetails.class);
        if (MergePatch.touches(patch, "summary")) {
            links.check(service.links(eventId, expected, change)).requireSound();
        }
        return EventView.answer(service.revise(eventId, expected, change));
    }

    @POST
    @Path("events/{eventId}:publish")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Publish the programme",
            operationId = "publishEvent",
            description =
                    "Links in the summaries of the event and its sessions are followed before; a dead one keeps it in.")
    @APIResponseSchema(EventView.class)
    public Response publish(@PathParam("eventId") UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        long expected = Versions.required(ifMatch);
        CheckedLinks checked = links.check(service.links(eventId));
        return once.run(() -> EventView.answer(service.publish(eventId, expected, checked)));
    }

    @POST
    @Path("events/{eventId}:reschedule")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Move a published event", operationId = "rescheduleEvent")
    @APIResponseSchema(EventView.class)
    public Response reschedule(
            @PathParam("eventId") UUID eventId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reschedule to) {
        long expected = Versions.required(ifMatch);
        Violations wrong = new Violations();
        EventTimes.check(to.timeZone(), to.startsLocal(), to.endsLocal(), wrong);
        wrong.throwIfAny();
        return EventView.answer(service.reschedule(
                eventId,
                expected,
                EventTimes.of(to.timeZone(), to.startsLocal(), to.endsLocal()),
                !Boolean.FALSE.equals(to.dayConfirmed()),
                to.reason()));
    }

    @POST
    @Path("events/{eventId}:cancel")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Cancel an event", operationId = "cancelEvent")
    @APIResponseSchema(EventView.class)
    public Response cancel(
            @PathParam("eventId") UUID eventId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason because) {
        return EventView.answer(service.cancel(eventId, Versions.required(ifMatch), because.reason()));
    }

    @POST
    @Path("events/{eventId}:hold")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Record that the event has taken place", operationId = "holdEvent")
    @APIResponseSchema(EventView.class)
    public Response hold(@PathParam("eventId") UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return EventView.answer(service.hold(eventId, Versions.required(ifMatch)));
    }

    private String visible() {
        return Access.isStaff(caller) ? "true" : Publicity.PUBLIC;
    }
}
