package eu.mpf.projects.typology.api;

import eu.mpf.projects.typology.PartnershipType;
import eu.mpf.projects.typology.TypeMapping;
import eu.mpf.projects.typology.TypologyService;
import eu.mpf.projects.typology.TypologyView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The versions of the typology. Drafts are for staff. */
@Path("/v1/typologies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Typology", description = "How partners work together: a versioned taxonomy.")
@RunOnVirtualThread
public class TypologiesResource {

    private final TypologyService typologies;

    TypologiesResource(TypologyService typologies) {
        this.typologies = typologies;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listTypologies",
            summary = "List the versions of the typology",
            description = "The newest first.")
    public Page<TypologyView> list() {
        return Page.of(typologies.list());
    }

    @GET
    @Path("/{version}")
    @PermitAll
    @Operation(operationId = "getTypology", summary = "Read one version of the typology")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response get(@PathParam("version") int version) {
        return versioned(typologies.get(version));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "draftTypology",
            summary = "Draft the next version",
            description = "It starts with the types in use in the version before, and those given.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response draft(@NotNull @Valid NewTypology request) {
        TypologyView draft = typologies.draft(request.note(), request.added());
        return Response.created(URI.create("/v1/typologies/" + draft.version()))
                .entity(draft)
                .tag(Versions.etag(draft.revision()))
                .build();
    }

    @DELETE
    @Path("/{version}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "discardTypology", summary = "Throw the draft of a version away")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void discard(@PathParam("version") int version, @HeaderParam("If-Match") @Nullable String ifMatch) {
        typologies.discard(version, Versions.required(ifMatch));
    }

    @POST
    @Path("/{version}:publish")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "publishTypology",
            summary = "Publish a draft",
            description =
                    "Refused while a retired type has no mapping: nothing disappears silently. A published version never changes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response publish(@PathParam("version") int version, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return versioned(typologies.publish(version, Versions.required(ifMatch)));
    }

    @GET
    @Path("/{version}/types")
    @PermitAll
    @Operation(
            operationId = "listPartnershipTypes",
            summary = "List the types of a version",
            description = "`label` finds the one that a code, name or alias stands for.")
    public Page<PartnershipType> types(@PathParam("version") int version, @QueryParam("label") @Nullable String label) {
        TypologyView typology = typologies.get(version);
        if (label == null) {
            return Page.of(typology.types());
        }
        return Page.of(typologies.resolve(version, label).stream().toList());
    }

    @GET
    @Path("/{version}/types/{code}")
    @PermitAll
    @Operation(operationId = "getPartnershipType", summary = "Read one type of a version")
    public PartnershipType type(@PathParam("version") int version, @PathParam("code") String code) {
        Optional<PartnershipType> type = typologies.get(version).types().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        return type.orElseThrow(() -> ProblemException.notFound("type", code));
    }

    @POST
    @Path("/{version}/types")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "addPartnershipType",
            summary = "Add a type to a draft",
            description = "Answers with the draft.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response add(
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PartnershipType request) {
        TypologyView draft = typologies.add(version, Versions.required(ifMatch), request);
        return Response.created(URI.create("/v1/typologies/" + version + "/types/" + request.code()))
                .entity(draft)
                .tag(Versions.etag(draft.revision()))
                .build();
    }

    @PUT
    @Path("/{version}/types/{code}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "replacePartnershipType", summary = "Change name, definition or aliases of a draft's type")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response change(
            @PathParam("version") int version,
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PartnershipType request) {
        if (!code.equals(request.code())) {
            throw ProblemException.invalid("/code", "differs", "The code of a type never changes");
        }
        return versioned(typologies.changeType(version, Versions.required(ifMatch), request));
    }

    @DELETE
    @Path("/{version}/types/{code}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "removePartnershipType",
            summary = "Take back a type that the draft has added",
            description = "Answers with the draft. A type of the version before is retired instead.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response remove(
            @PathParam("version") int version,
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return versioned(typologies.remove(version, Versions.required(ifMatch), code));
    }

    @POST
    @Path("/{version}/types/{code}:retire")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "retirePartnershipType", summary = "Retire a type from this version on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response retire(
            @PathParam("version") int version,
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Retirement request) {
        return versioned(typologies.retire(version, Versions.required(ifMatch), code, request.reason()));
    }

    @GET
    @Path("/{version}/mappings")
    @PermitAll
    @Operation(operationId = "listTypeMappings", summary = "Where the projects of retired types belong")
    public Page<TypeMapping> mappings(@PathParam("version") int version) {
        return Page.of(typologies.get(version).mappings());
    }

    @POST
    @Path("/{version}/mappings")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "mapPartnershipType",
            summary = "Say where the projects of a retired type belong",
            description = "Answers with the draft. A later word on the same type replaces the earlier one.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TypologyView.class)))
    public Response map(
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TypeMapping request) {
        TypologyView draft = typologies.map(version, Versions.required(ifMatch), request);
        return Response.created(URI.create("/v1/typologies/" + version + "/mappings"))
                .entity(draft)
                .tag(Versions.etag(draft.revision()))
                .build();
    }

    private static Response versioned(TypologyView typology) {
        return Response.ok(typology).tag(Versions.etag(typology.revision())).build();
    }
}
