package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Attachment;
import eu.mpf.calls.application.AttachmentService;
import eu.mpf.web.file.Downloads;
import eu.mpf.web.file.FileAccess;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.file.Upload;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** The files of an application. They are sealed with it. */
@Path("/v1/applications")
@Tag(name = "Applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class AttachmentsResource {

    private final AttachmentService service;
    private final ApplicationViews views;
    private final StoredFiles files;
    private final Downloads downloads;

    AttachmentsResource(AttachmentService service, ApplicationViews views, StoredFiles files, Downloads downloads) {
        this.service = service;
        this.views = views;
        this.files = files;
        this.downloads = downloads;
    }

    @GET
    @Path("{applicationId}/attachments")
    @Authenticated
    @Operation(summary = "The files of an application")
    public Page<Attachment> list(@PathParam("applicationId") UUID id) {
        return Page.of(service.of(views.opened(id)));
    }

    @POST
    @Path("{applicationId}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Attach a file",
            description = "The type is told by the content; kind is a code of the call's attachments, or OTHER.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Attachment.class)))
    public Response add(
            @PathParam("applicationId") UUID id,
            @RestForm("file") FileUpload file,
            @RestForm("kind") @Nullable String kind,
            @RestForm("language") @Nullable String language) {
        if (kind == null || kind.isBlank()) {
            throw ProblemException.invalid("/kind", "required", "say what the file is");
        }
        Attachment attachment = service.add(id, kind, Upload.of(file, language));
        return Response.created(URI.create("/v1/applications/" + id + "/attachments/" + attachment.id()))
                .entity(attachment)
                .build();
    }

    @GET
    @Path("{applicationId}/attachments/{fileId}")
    @Authenticated
    @Operation(summary = "What is known of a file")
    public Attachment get(@PathParam("applicationId") UUID id, @PathParam("fileId") UUID fileId) {
        return service.of(views.opened(id)).stream()
                .filter(each -> each.id().equals(fileId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("attachment", fileId));
    }

    @DELETE
    @Path("{applicationId}/attachments/{fileId}")
    @RolesAllowed(Roles.APPLICANT)
    @Operation(
            summary = "Take a file out",
            description = "Needs the application's ETag. What was handed in with it stays as it was.")
    @APIResponse(responseCode = "204")
    public Response remove(
            @PathParam("applicationId") UUID id,
            @PathParam("fileId") UUID fileId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.remove(id, Versions.required(ifMatch), fileId);
        return Response.noContent().build();
    }

    @GET
    @Path("{applicationId}/attachments/{fileId}/content")
    @Authenticated
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The bytes of a file", description = "Also of one that was handed in and taken out later.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(responseCode = "409", description = "The file is not found clean")
    public Response content(@PathParam("applicationId") UUID id, @PathParam("fileId") UUID fileId) {
        service.require(views.opened(id), fileId);
        return downloads.of(fileId);
    }

    @GET
    @Path("{applicationId}/attachments/{fileId}/accesses")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.DATA_PROTECTION_OFFICER, Roles.ADMINISTRATOR})
    @Operation(summary = "Who was given the bytes of a file")
    public Page<FileAccess> accesses(@PathParam("applicationId") UUID id, @PathParam("fileId") UUID fileId) {
        // Tells of readers, not of what they read: it opens nothing.
        service.require(id, fileId);
        return Page.of(files.accesses(fileId));
    }
}
