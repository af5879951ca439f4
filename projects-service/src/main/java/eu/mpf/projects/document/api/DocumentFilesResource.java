package eu.mpf.projects.document.api;

import eu.mpf.projects.document.DocumentFile;
import eu.mpf.projects.document.DocumentService;
import eu.mpf.projects.document.DocumentView;
import eu.mpf.web.file.Downloads;
import eu.mpf.web.file.FileAccess;
import eu.mpf.web.file.Upload;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The file of a document: its versions, its bytes, and who was given them. */
@Path("/v1/projects")
@Tag(name = "Documents")
@RunOnVirtualThread
public class DocumentFilesResource {

    private final DocumentService documents;
    private final Downloads downloads;

    DocumentFilesResource(DocumentService documents, Downloads downloads) {
        this.documents = documents;
        this.downloads = downloads;
    }

    @GET
    @Path("{projectId}/documents/{documentId}/content")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadDocument",
            summary = "The bytes of a document",
            description = "As an attachment. Every download is recorded.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(responseCode = "409", description = "The file is not found clean")
    public Response content(@PathParam("projectId") UUID projectId, @PathParam("documentId") UUID documentId) {
        return downloads.of(documents.file(projectId, documentId, null));
    }

    @GET
    @Path("{projectId}/documents/{documentId}/versions/{version}/content")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "downloadDocumentVersion", summary = "The bytes of an earlier version")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(implementation = String.class, format = "binary")))
    @APIResponse(responseCode = "409", description = "The file is not found clean")
    public Response content(
            @PathParam("projectId") UUID projectId,
            @PathParam("documentId") UUID documentId,
            @PathParam("version") int version) {
        return downloads.of(documents.file(projectId, documentId, version));
    }

    @GET
    @Path("{projectId}/documents/{documentId}/versions")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listDocumentVersions", summary = "All versions of a document's file, the newest first")
    public Page<DocumentFile> versions(
            @PathParam("projectId") UUID projectId, @PathParam("documentId") UUID documentId) {
        return Page.of(documents.versions(projectId, documentId));
    }

    @POST
    @Path("{projectId}/documents/{documentId}/versions")
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.APPLICANT})
    @Operation(operationId = "replaceDocument", summary = "Add the next version of a document's file")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Response replace(
            @PathParam("projectId") UUID projectId,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestForm("file") FileUpload file,
            @RestForm("language") @Nullable String language) {
        return DocumentsResource.versioned(
                documents.replace(projectId, documentId, Versions.required(ifMatch), Upload.of(file, language)));
    }

    @GET
    @Path("{projectId}/documents/{documentId}/accesses")
    @PersonalData
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.DATA_PROTECTION_OFFICER})
    @Operation(operationId = "listDocumentAccesses", summary = "Who was given a document, and when")
    public Page<FileAccess> accesses(@PathParam("projectId") UUID projectId, @PathParam("documentId") UUID documentId) {
        return Page.of(documents.accesses(projectId, documentId));
    }
}
