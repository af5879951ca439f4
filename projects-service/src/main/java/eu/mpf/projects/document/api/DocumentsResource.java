package eu.mpf.projects.document.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.document.DocumentDetails;
import eu.mpf.projects.document.DocumentKind;
import eu.mpf.projects.document.DocumentService;
import eu.mpf.projects.document.DocumentView;
import eu.mpf.projects.document.DocumentVisibility;
import eu.mpf.web.file.Upload;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Page;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Documents of a project. The public reads public ones. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Documents and knowledge items, with language, licence, versions and checksum.")
@RunOnVirtualThread
public class DocumentsResource {

    private final DocumentService documents;
    private final LinkChecker links;
    private final Once once;

    DocumentsResource(DocumentService documents, LinkChecker links, Once once) {
        this.documents = documents;
        this.links = links;
        this.once = once;
    }

    @GET
    @Path("{projectId}/documents")
    @PermitAll
    @Operation(
            operationId = "listDocuments",
            summary = "List the documents of a project",
            description = "All of them for staff and the lead, public ones for others.")
    public Page<DocumentView> list(@PathParam("projectId") UUID projectId) {
        return Page.of(documents.list(projectId));
    }

    @GET
    @Path("{projectId}/documents/{documentId}")
    @PermitAll
    @Operation(operationId = "getDocument", summary = "Read what is said about a document")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Response get(@PathParam("projectId") UUID projectId, @PathParam("documentId") UUID documentId) {
        return versioned(documents.get(projectId, documentId));
    }

    @POST
    @Path("{projectId}/documents")
    @Idempotent(looksFirst = true)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.APPLICANT})
    @Operation(
            operationId = "addDocument",
            summary = "Add a document",
            description =
                    "At most 10 MiB; its type is found from its content. The leading organisation adds internal ones. A public document needs a licence; links in its title are followed before, and a dead one keeps it out.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Response add(
            @PathParam("projectId") UUID projectId,
            @RestForm("file") FileUpload file,
            @RestForm("title") @Nullable String title,
            @RestForm("language") @Nullable String language,
            @RestForm("kind") @Nullable String kind,
            @RestForm("licence") @Nullable String licence,
            @RestForm("visibility") @Nullable String visibility) {
        DocumentDetails details = new DocumentDetails(
                title(title, language),
                null,
                constant(DocumentKind.class, kind, "/kind"),
                licence,
                constant(DocumentVisibility.class, visibility, "/visibility"));
        CheckedLinks checked = links.check(documents.links(projectId, details));
        return once.run(() -> {
            checked.requireSound();
            return added(projectId, documents.add(projectId, details, Upload.of(file, language)));
        });
    }

    private static Response added(UUID projectId, DocumentView document) {
        return Response.created(URI.create("/v1/projects/" + projectId + "/documents/" + document.id()))
                .entity(document)
                .tag(Versions.etag(document.version()))
                .build();
    }

    @PATCH
    @Path("{projectId}/documents/{documentId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.APPLICANT})
    @Operation(
            operationId = "correctDocument",
            summary = "Change what is said about a document, or publish it",
            description = "Links that the public would read are followed before; a dead one keeps the change out.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = DocumentDetails.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Response correct(
            @PathParam("projectId") UUID projectId,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode patch) {
        long expected = Versions.required(ifMatch);
        links.check(documents.links(projectId, documentId, expected, patch)).requireSound();
        return versioned(documents.correct(projectId, documentId, expected, patch));
    }

    @DELETE
    @Path("{projectId}/documents/{documentId}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "removeDocument", summary = "Remove a document with all versions of its file")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void remove(
            @PathParam("projectId") UUID projectId,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        documents.remove(projectId, documentId, Versions.required(ifMatch));
    }

    static Response versioned(DocumentView document) {
        return Response.ok(document).tag(Versions.etag(document.version())).build();
    }

    /** The title in the language of the document; English where none is told. */
    private static @Nullable LocalizedText title(@Nullable String title, @Nullable String language) {
        if (title == null || title.isBlank()) {
            return null;
        }
        String tag = language == null ? "en" : language;
        if (!LocalizedText.LANGUAGES.contains(tag)) {
            throw ProblemException.invalid(
                    "/language", "unknown-language", "Not an official language of the Union: " + tag);
        }
        return LocalizedText.of(tag, title);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name, String pointer) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw ProblemException.invalid(
                pointer, "unknown-value", "One of " + java.util.Arrays.toString(type.getEnumConstants()));
    }
}
