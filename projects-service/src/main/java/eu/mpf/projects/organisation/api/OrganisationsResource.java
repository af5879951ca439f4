package eu.mpf.projects.organisation.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.organisation.OrganisationDetails;
import eu.mpf.projects.organisation.OrganisationKind;
import eu.mpf.projects.organisation.OrganisationReader;
import eu.mpf.projects.organisation.OrganisationService;
import eu.mpf.projects.organisation.OrganisationView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of organisations. Reading is open to everybody. */
@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "Bodies that lead, join or benefit from projects.")
@RunOnVirtualThread
public class OrganisationsResource {

    private final OrganisationService organisations;
    private final OrganisationReader reader;

    OrganisationsResource(OrganisationService organisations, OrganisationReader reader) {
        this.organisations = organisations;
        this.reader = reader;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listOrganisations",
            summary = "List organisations",
            description = "`q` finds a body by any name it bore, and by the names of the bodies before and after it.")
    public Page<OrganisationView> list(
            @BeanParam PageParams page,
            @QueryParam("q") @Nullable String q,
            @QueryParam("code") List<String> code,
            @QueryParam("kind") List<OrganisationKind> kind,
            @QueryParam("country") List<String> country) {
        return reader.page(page, q, code, kind, country);
    }

    @GET
    @Path("/{organisationId}")
    @PermitAll
    @Operation(operationId = "getOrganisation", summary = "Read an organisation")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response get(@PathParam("organisationId") UUID organisationId) {
        return versioned(reader.get(organisationId));
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.ADMINISTRATOR})
    @Operation(operationId = "registerOrganisation", summary = "Register an organisation")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "204", description = "Checked with validateOnly; nothing was stored.")
    public Response register(
            @NotNull @Valid NewOrganisation request,
            @QueryParam("validateOnly")
                    @DefaultValue("false")
                    @Parameter(description = "Check only; nothing is stored and the answer is 204.")
                    boolean validateOnly) {
        if (validateOnly) {
            organisations.check(request.code(), request.details());
            return Response.noContent().build();
        }
        OrganisationView created = organisations.register(request.code(), request.name(), request.details());
        return Response.created(URI.create("/v1/organisations/" + created.id()))
                .entity(created)
                .tag(Versions.etag(created.version()))
                .build();
    }

    @PATCH
    @Path("/{organisationId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "correctOrganisation",
            summary = "Correct an organisation's kind, country or identifiers",
            description = "A name is changed by `:rename`, which keeps the former one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = OrganisationDetails.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response correct(
            @PathParam("organisationId") UUID organisationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode patch) {
        return versioned(organisations.correct(organisationId, Versions.required(ifMatch), patch));
    }

    @POST
    @Path("/{organisationId}:rename")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "renameOrganisation",
            summary = "Give an organisation a new name",
            description = "The former name stays on record with its last day, and is still found.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response rename(
            @PathParam("organisationId") UUID organisationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Renaming request) {
        return versioned(organisations.rename(
                organisationId, Versions.required(ifMatch), request.name(), request.effectiveOn(), request.reason()));
    }

    @POST
    @Path("/{organisationId}:succeed")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "succeedOrganisation",
            summary = "Say which body carries on the work of this one",
            description = "Search by the name of either finds the projects of both.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response succeed(
            @PathParam("organisationId") UUID organisationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Succession request) {
        return versioned(organisations.succeed(
                organisationId,
                Versions.required(ifMatch),
                request.successor(),
                request.effectiveOn(),
                request.reason()));
    }

    private static Response versioned(OrganisationView organisation) {
        return Response.ok(organisation)
                .tag(Versions.etag(organisation.version()))
                .build();
    }
}
