package eu.mpf.calls.call.api;

import eu.mpf.calls.call.GuidelinesService;
import eu.mpf.web.file.Downloads;
import eu.mpf.web.file.Upload;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The guidelines of a call as files. */
@Path("/v1/calls")
@Tag(name = "Calls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GuidelinesResource {

    private final GuidelinesService service;
    private final CallAccess access;
    private final Downloads downloads;

    GuidelinesResource(GuidelinesService service, CallAccess access, Downloads downloads) {
        this.service = service;
        this.access = access;
        this.downloads = downloads;
    }

    @GET
    @Path("/{callId}/guidelines")
    @PermitAll
    @Operation(
            operationId = "listGuidelines",
            summary = "The guidelines of a call in every language and version",
            description = "The public sees those that an edition of the call has put in force.")
    public Page<GuidelinesFileView> list(@PathParam("callId") UUID callId) {
        access.visible(callId);
        return Page.of(service.list(callId, access.isStaff()).stream()
                .map(GuidelinesFileView::of)
                .toList());
    }

    @POST
    @Path("/{callId}/guidelines")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            operationId = "addGuidelines",
            summary = "Bring the guidelines, or their next version",
            description =
                    "PDF, DOCX or ODT; language is the call's binding one if absent. In force once guidelines.files of the terms names it: in a draft, or with a corrigendum.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = GuidelinesFileView.class)))
    public Response add(
            @PathParam("callId") UUID callId,
            @RestForm("file") FileUpload file,
            @RestForm("language") @Nullable String language) {
        GuidelinesFileView added = GuidelinesFileView.of(service.add(callId, Upload.of(file, language)));
        return Response.created(URI.create("/v1/calls/" + callId + "/guidelines/" + added.id()))
                .entity(added)
                .build();
    }

    @GET
    @Path("/{callId}/guidelines/{fileId}")
    @PermitAll
    @Operation(operationId = "getGuidelines", summary = "What is known of a file of the guidelines")
    public GuidelinesFileView get(@PathParam("callId") UUID callId, @PathParam("fileId") UUID fileId) {
        access.visible(callId);
        return GuidelinesFileView.of(service.get(callId, fileId, access.isStaff()));
    }

    @GET
    @Path("/{callId}/guidelines/{fileId}/content")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadGuidelines",
            summary = "The guidelines themselves",
            description = "As an attachment, also in versions that a corrigendum has replaced.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(responseCode = "409", description = "The file is not found clean")
    public Response content(@PathParam("callId") UUID callId, @PathParam("fileId") UUID fileId) {
        access.visible(callId);
        return downloads.of(service.get(callId, fileId, access.isStaff()).file().id());
    }
}
