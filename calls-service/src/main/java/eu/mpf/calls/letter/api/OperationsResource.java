package eu.mpf.calls.letter.api;

import eu.mpf.calls.letter.LetterBatchService;
import eu.mpf.calls.letter.LetterDocuments;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Work that goes on after its request was answered: how far it has come. */
@Path("/v1/operations/calls")
@Tag(name = "Letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OperationsResource {

    private static final String ZIP = "application/zip";

    private final LetterBatchService batches;
    private final LetterDocuments documents;

    OperationsResource(LetterBatchService batches, LetterDocuments documents) {
        this.batches = batches;
        this.documents = documents;
    }

    @GET
    @Path("/{operationId}")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(summary = "How far an operation has come", description = "And what became of it.")
    public LetterOperation operation(@PathParam("operationId") UUID id) {
        return LetterOperation.of(batches.get(id), batches.outcomes(id));
    }

    @GET
    @Path("/{operationId}/letters")
    @Produces(ZIP)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.ADMINISTRATOR})
    @PersonalData
    @Operation(
            summary = "The letters of an operation as documents",
            description = "A ZIP archive with a tagged PDF for each letter written so far.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
    public Response letters(@PathParam("operationId") UUID id) {
        List<UUID> letters = batches.written(id);
        StreamingOutput archive = out -> documents.zip(letters, out);
        return Response.ok(archive)
                .header("Content-Disposition", "attachment; filename=\"letters-" + id + ".zip\"")
                .build();
    }
}
