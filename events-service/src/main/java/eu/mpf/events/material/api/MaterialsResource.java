package eu.mpf.events.material.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Access;
import eu.mpf.events.material.Material;
import eu.mpf.events.material.MaterialDetails;
import eu.mpf.events.material.MaterialService;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.file.Downloads;
import eu.mpf.web.file.FileRules;
import eu.mpf.web.file.Upload;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Slides, papers and pictures of a session. The public has what was consented to, once its embargo is over. */
@Path("/v1")
@Tag(name = "Materials", description = "Files of a session, with versions.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MaterialsResource {
    private final MaterialService service;
    private final LinkChecker links;
    private final Once once;
    private final SessionReader sessions;
    private final Downloads downloads;
    private final Listing listing;
    private final MergePatch patches;
    private final Sql sql;
    private final Caller caller;

    public MaterialsResource(
            MaterialService service,
            LinkChecker links,
            Once once,
            SessionReader sessions,
            Downloads downloads,
            Listing listing,
            MergePatch patches,
            Sql sql,
            Caller caller) {
        this.service = service;
        this.links = links;
        this.once = once;
        this.sessions = sessions;
        this.downloads = downloads;
        this.listing = listing;
        this.patches = patches;
        this.sql = sql;
        this.caller = caller;
    }

    @GET
    @Path("sessions/{sessionId}/materials")
    @PermitAll
    @Operation(summary = "List the materials of a session", operationId = "listMaterials")
    public Page<MaterialView> list(@PathParam("sessionId") UUID sessionId, @BeanParam PageParams page) {
        return listing.<MaterialView>select(MaterialView.COLUMNS)
                .from(MaterialView.FROM)
                .where("m.session_id = ? AND " + visible(), sessionId)
                .sortableNotNull("createdAt", "m.created_at", SortType.INSTANT)
                .idColumn("m.id")
                .defaultSort("createdAt")
                .page(page, MaterialView::of);
    }

    @POST
    @Path("sessions/{sessionId}/materials")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Add a material",
            operationId = "addMaterial",
            description = "With consent given, links in the title are followed before; a dead one keeps it out.")
    @APIResponseSchema(value = MaterialView.class, responseCode = "201")
    public Response add(@PathParam("sessionId") UUID sessionId, @Valid @BeanParam MaterialForm form) {
        MaterialDetails details = form.details();
        CheckedLinks checked = links.check(service.links(details));
        return once.run(() -> {
            checked.requireSound();
            Material made = service.add(sessionId, details, Upload.of(form.file, form.languageOrEnglish()));
            return added(sessionId, made.id(), made.version());
        });
    }

    private Response added(UUID sessionId, UUID id, long version) {
        return sql.first(
                        "SELECT %s FROM %s WHERE m.id = ?".formatted(MaterialView.COLUMNS, MaterialView.FROM),
                        MaterialView::of,
                        id)
                .map(view -> Answers.created("/v1/sessions/%s/materials/%s".formatted(sessionId, id), view, version))
                .orElseThrow();
    }

    @GET
    @Path("sessions/{sessionId}/materials/{materialId}")
    @PermitAll
    @Operation(summary = "Read what a material is", operationId = "getMaterial")
    @APIResponseSchema(MaterialView.class)
    public Response get(@PathParam("sessionId") UUID sessionId, @PathParam("materialId") UUID materialId) {
        return sql.first(
                        found(MaterialView.COLUMNS),
                        row -> Answers.ok(MaterialView.of(row), row.getLong("version")),
                        sessionId,
                        materialId)
                .orElseThrow(() -> ProblemException.notFound("material", materialId));
    }

    /** Consent, embargo, titles in more languages. */
    @PATCH
    @Path("sessions/{sessionId}/materials/{materialId}")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Revise a material",
            operationId = "reviseMaterial",
            description = "Links that the public would be given are followed before; a dead one keeps the change out.")
    @APIResponseSchema(MaterialView.class)
    public Response revise(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("materialId") UUID materialId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MaterialDetails.class))) JsonNode patch) {
        long expected = Versions.required(ifMatch);
        UnaryOperator<MaterialDetails> change = details -> patches.apply(details, patch, MaterialDetails.class);
        if (MergePatch.touches(patch, "title", "consent")) {
            links.check(service.links(sessionId, materialId, expected, change)).requireSound();
        }
        service.revise(sessionId, materialId, expected, change);
        return get(sessionId, materialId);
    }

    @DELETE
    @Path("sessions/{sessionId}/materials/{materialId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Operation(summary = "Remove a material and its file", operationId = "removeMaterial")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("materialId") UUID materialId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.remove(sessionId, materialId, Versions.required(ifMatch));
        return Response.noContent().build();
    }

    @GET
    @Path("sessions/{sessionId}/materials/{materialId}/content")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download the file of a material", operationId = "downloadMaterial")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = FileRules.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = FileRules.PPTX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = FileRules.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = FileRules.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = FileRules.ODP, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = FileRules.ODT, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = FileRules.ODS, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "409", description = "The file is not found clean")
    public Response content(@PathParam("sessionId") UUID sessionId, @PathParam("materialId") UUID materialId) {
        UUID file = sql.first(found("m.file_id"), row -> row.getObject(1, UUID.class), sessionId, materialId)
                .orElseThrow(() -> ProblemException.notFound("material", materialId));
        return downloads.of(file);
    }

    /** A new version: consent is asked again, for it was given for the one before. */
    @PUT
    @Path("sessions/{sessionId}/materials/{materialId}/content")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.RAPPORTEUR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Bring a new version of a material's file", operationId = "replaceMaterial")
    @APIResponseSchema(MaterialView.class)
    public Response replace(
            @PathParam("sessionId") UUID sessionId,
            @PathParam("materialId") UUID materialId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestForm("file") FileUpload file,
            @RestForm("language") @Nullable String language) {
        service.replace(sessionId, materialId, Versions.required(ifMatch), Upload.of(file, language));
        return get(sessionId, materialId);
    }

    private String found(String columns) {
        return "SELECT %s FROM %s WHERE m.session_id = ? AND m.id = ? AND %s"
                .formatted(columns, MaterialView.FROM, visible());
    }

    private String visible() {
        return sessions.visible() + (Access.isStaff(caller) ? "" : " AND " + MaterialView.PUBLIC);
    }
}
