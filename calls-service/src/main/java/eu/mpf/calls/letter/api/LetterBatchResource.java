package eu.mpf.calls.letter.api;

import eu.mpf.calls.letter.LetterBatchService;
import eu.mpf.calls.letter.LetterService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Letters for many applications of a call at once: some in one request, or all as an operation that goes on by itself. */
@Path("/v1/calls")
@Tag(name = "Letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LetterBatchResource {

    private final LetterService service;
    private final LetterBatchService batches;

    LetterBatchResource(LetterService service, LetterBatchService batches) {
        this.service = service;
        this.batches = batches;
    }

    @POST
    @Path("/{callId}/letters")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Send the letters of a call",
            description =
                    "A result per application, at most 500 in one request: one that cannot be written keeps the others "
                            + "from nothing. With validateOnly=true nothing is sent.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LetterResults.class)))
    public Response issue(
            @PathParam("callId") UUID id,
            @QueryParam("validateOnly") boolean validateOnly,
            @NotNull @Valid LetterBatchRequest request) {
        List<LetterResult> results = service.issueAll(id, request.applicationsOrNone(), validateOnly).stream()
                .map(LetterResult::of)
                .toList();
        long issued = results.stream().filter(LetterResult::issued).count();
        return Response.ok(new LetterResults(issued, results.size() - issued, results))
                .build();
    }

    @POST
    @Path("/{callId}/letters:batch")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Send the letters of a call in the background",
            description =
                    "As many as there are. The operation says how far it has come and what became of each application.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = LetterOperation.class)))
    public Response batch(@PathParam("callId") UUID id, @NotNull @Valid LetterBatchRequest request) {
        LetterOperation started = LetterOperation.of(batches.start(id, request.applicationsOrNone()), List.of());
        return Response.accepted(started)
                .location(URI.create("/v1/operations/calls/" + started.id()))
                .build();
    }

    /** How many letters went out and how many did not, and why. */
    public record LetterResults(long issued, long refused, List<LetterResult> items) {}
}
