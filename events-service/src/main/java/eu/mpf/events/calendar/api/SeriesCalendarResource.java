package eu.mpf.events.calendar.api;

import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.calendar.CalendarFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public events of a series as a feed that calendars subscribe to. */
@Path("/v1/event-series")
@Tag(name = "Calendar")
@Produces(CalendarFile.MEDIA_TYPE)
@RunOnVirtualThread
public class SeriesCalendarResource {
    private final Appointments appointments;
    private final CalendarFile file;
    private final Clock clock = Clock.systemUTC();

    public SeriesCalendarResource(Appointments appointments, CalendarFile file) {
        this.appointments = appointments;
        this.file = file;
    }

    /** A series nobody knows has no events. */
    @GET
    @Path("{seriesId}")
    @PermitAll
    @Operation(operationId = "getEventSeries")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = CalendarFile.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response series(@PathParam("seriesId") UUID seriesId, @Context HttpHeaders headers) {
        List<Appointment> found = appointments.ofSeries(seriesId);
        byte[] written = file.published(found, "MPF events", CalendarAnswers.language(headers), clock.instant());
        return CalendarAnswers.of(found, written, "series");
    }
}
