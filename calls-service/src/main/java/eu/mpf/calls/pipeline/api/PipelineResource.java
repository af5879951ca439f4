package eu.mpf.calls.pipeline.api;

import eu.mpf.calls.call.Calls;
import eu.mpf.calls.pipeline.GapWords;
import eu.mpf.calls.pipeline.Pipeline;
import eu.mpf.calls.pipeline.PipelineFigures;
import eu.mpf.calls.seat.Seats;
import eu.mpf.web.language.Languages;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of everything handed in to a call. */
@Path("/v1/calls")
@Tag(name = "Calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PipelineResource {

    private final PipelineFigures figures;
    private final Seats seats;
    private final Calls calls;
    private final Languages languages;

    PipelineResource(PipelineFigures figures, Seats seats, Calls calls, Languages languages) {
        this.figures = figures;
        this.calls = calls;
        this.seats = seats;
        this.languages = languages;
    }

    @GET
    @Path("/{callId}/pipeline")
    @RolesAllowed({
        Roles.PROGRAMME_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.COMMITTEE_MEMBER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    @Operation(
            summary = "Pipeline figures",
            description = "Of everything handed in to the call or, with meetingId, of what was put before a meeting. "
                    + "They add up, or name what is missing.")
    public Pipeline pipeline(@PathParam("callId") UUID id, @QueryParam("meetingId") @Nullable UUID meetingId) {
        calls.get(id);
        seats.hidden(id);
        Locale language = languages.pick(GapWords.OFFERED);
        return meetingId == null ? figures.of(id, language) : figures.of(id, meetingId, language);
    }
}
