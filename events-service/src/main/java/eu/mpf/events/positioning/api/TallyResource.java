package eu.mpf.events.positioning.api;

import eu.mpf.events.positioning.api.TallyReader.Counted;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tally of an exercise: once, or live as server-sent events. */
@Path("/v1")
@Tag(name = "Positioning")
@Blocking
public class TallyResource {
    // Whatever stands between keeps the line open: the gateway cuts streams that are silent for longer.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final TallyReader reader;
    private final LiveTally live;
    private final SessionReader sessions;

    public TallyResource(TallyReader reader, LiveTally live, SessionReader sessions) {
        this.reader = reader;
        this.live = live;
        this.sessions = sessions;
    }

    @GET
    @Path("positioning-exercises/{exerciseId}/tally")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            summary = "Read the tally, or follow it live",
            operationId = "getTally",
            description =
                    "With Accept: text/event-stream the answer stays open: an event named tally, its data the same"
                            + " object as in JSON, at once and after every change, until the outcome is agreed.")
    @APIResponse(
            responseCode = "200",
            description = "The figures as they are now",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TallyView.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))
            })
    public TallyView get(@PathParam("exerciseId") UUID exerciseId) {
        return counted(exerciseId).tally();
    }

    @GET
    @Path("positioning-exercises/{exerciseId}/tally")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermitAll
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(@PathParam("exerciseId") UUID exerciseId, @Context Sse sse) {
        TallyEvents events = new TallyEvents(sse, SIGN_OF_LIFE.dividedBy(live.interval()));
        return live.of(exerciseId, counted(exerciseId))
                .map(events::next)
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private Counted counted(UUID exerciseId) {
        return reader.read(exerciseId, sessions.visible())
                .orElseThrow(() -> ProblemException.notFound("positioning exercise", exerciseId));
    }
}
