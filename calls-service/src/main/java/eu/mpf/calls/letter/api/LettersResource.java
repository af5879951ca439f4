package eu.mpf.calls.letter.api;

import eu.mpf.calls.letter.Letter;
import eu.mpf.calls.letter.LetterDocuments;
import eu.mpf.calls.letter.LetterService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The letters about an application. */
@Path("/v1/applications")
@Tag(name = "Letters", description = "Letters about decisions, one by one or for a whole call.")
@PersonalData
@RunOnVirtualThread
public class LettersResource {

    private static final String PDF = "application/pdf";

    private final LetterService service;
    private final LetterDocuments documents;

    LettersResource(LetterService service, LetterDocuments documents) {
        this.service = service;
        this.documents = documents;
    }

    @POST
    @Path("/{applicationId}/letters")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Send the letter about a decision",
            description = "With reasons and redress, by mail to the contact, once. From then on the applicant sees the "
                    + "status and the decision.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LetterView.class)))
    public Response issue(@PathParam("applicationId") UUID id, @NotNull @Valid LetterRequest request) {
        Letter letter = service.issue(id, request.language());
        return Response.created(URI.create("/v1/applications/" + id + "/letters/" + letter.id()))
                .entity(LetterView.of(letter))
                .build();
    }

    @GET
    @Path("/{applicationId}/letters")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @Operation(summary = "The letters about an application", description = "To its lead and to staff.")
    public Page<LetterView> list(@PathParam("applicationId") UUID id) {
        return Page.of(service.of(id).stream().map(LetterView::of).toList());
    }

    @GET
    @Path("/{applicationId}/letters/{letterId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @Operation(summary = "Read a letter", description = "As JSON or, by Accept, as plain text or as a tagged PDF.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LetterView.class)))
    public Response get(@PathParam("applicationId") UUID id, @PathParam("letterId") UUID letterId) {
        Letter letter = service.one(id, letterId);
        return Response.ok(LetterView.of(letter))
                .header(HttpHeaders.CONTENT_LANGUAGE, letter.language())
                .build();
    }

    @GET
    @Path("/{applicationId}/letters/{letterId}")
    @Produces(PDF)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(implementation = String.class, format = "binary")))
    public Response pdf(@PathParam("applicationId") UUID id, @PathParam("letterId") UUID letterId) {
        Letter letter = service.one(id, letterId);
        return Response.ok(documents.pdf(letter))
                .header("Content-Disposition", "attachment; filename=\"" + letter.reference() + ".pdf\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, letter.language())
                .build();
    }

    @GET
    @Path("/{applicationId}/letters/{letterId}")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response text(@PathParam("applicationId") UUID id, @PathParam("letterId") UUID letterId) {
        Letter letter = service.one(id, letterId);
        return Response.ok(letter.subject() + "\n\n" + letter.body())
                .header(HttpHeaders.CONTENT_LANGUAGE, letter.language())
                .build();
    }
}
