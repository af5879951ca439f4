package eu.mpf.events.calendar.api;

import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.calendar.CalendarFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public events of a series as a feed that calendars subscribe to. */
@Path("/v1")
@Tag(name = "Calendar")
@Produces(CalendarFile.MEDIA_TYPE)
@RunOnVirtualThread
public class SeriesCalendarResource {
    private final Appointments appointments;
    private final CalendarAnswers answers;

    public SeriesCalendarResource(Appointments appointments, CalendarAnswers answers) {
        this.appointments = appointments;
        this.answers = answers;
    }

    /** A series without a public event is a feed with nothing in it yet. */
    @GET
    @Path("event-series/{seriesId}")
    @PermitAll
    @Operation(operationId = "getEventSeries")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CalendarFile.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response series(@PathParam("seriesId") UUID seriesId) {
        return answers.of(appointments.ofSeries(seriesId), "MPF events", "series");
    }
}
