package eu.mpf.events.calendar.api;

import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.calendar.CalendarFile;
import eu.mpf.events.event.api.EventFilter;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events as calendar files, and as feeds that calendars subscribe to. */
@Path("/v1")
@Tag(name = "Calendar", description = "Events as a calendar subscribes to them.")
@Produces(CalendarFile.MEDIA_TYPE)
@RunOnVirtualThread
public class CalendarResource {
    private static final String NAME = "MPF events";

    private final Appointments appointments;
    private final CalendarAnswers answers;
    private final SessionReader reader;

    public CalendarResource(Appointments appointments, CalendarAnswers answers, SessionReader reader) {
        this.appointments = appointments;
        this.answers = answers;
        this.reader = reader;
    }

    @GET
    @Path("events")
    @PermitAll
    @Operation(operationId = "listEvents")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CalendarFile.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response all(@BeanParam EventFilter filter) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        filter.each((condition, its) -> {
            conditions.add(condition);
            values.addAll(Arrays.asList(its));
        });
        if (filter.startsAfter == null) {
            // Calendars drop what a feed no longer holds: the last year stays in them.
            conditions.add("e.starts_at > platform_clock() - interval '1 year'");
        }
        return answers.of(appointments.matching(conditions, values), NAME, "events");
    }

    @GET
    @Path("events/{eventId}")
    @PermitAll
    @Operation(operationId = "getEvent")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CalendarFile.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response event(@PathParam("eventId") UUID eventId) {
        List<Appointment> found = appointments.ofEvent(eventId, reader.visible());
        if (found.isEmpty()) {
            throw ProblemException.notFound("event", eventId);
        }
        return answers.of(found, answers.title(found.getFirst()), "event");
    }
}
