package eu.mpf.projects.published.api;

import eu.mpf.projects.published.CorrectedValue;
import eu.mpf.projects.published.NewPublishedValue;
import eu.mpf.projects.published.PublishedValueService;
import eu.mpf.projects.published.PublishedValueView;
import eu.mpf.projects.published.ValueToWithdraw;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What has been published about a project, as printed. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Published values",
        description = "Values as printed by their sources; malformed ones are kept and flagged.")
@RunOnVirtualThread
public class PublishedValuesResource {

    private final PublishedValueService values;

    PublishedValuesResource(PublishedValueService values) {
        this.values = values;
    }

    @GET
    @Path("{projectId}/published-values")
    @PermitAll
    @Operation(operationId = "listPublishedValues", summary = "List what was published about a project")
    public Page<PublishedValueView> list(
            @PathParam("projectId") UUID projectId,
            @QueryParam("includeWithdrawn")
                    @DefaultValue("false")
                    @Parameter(
                            description =
                                    "Also those that were entered wrongly, with when and why they were taken back.")
                    boolean includeWithdrawn) {
        return Page.of(values.list(projectId, includeWithdrawn));
    }

    @GET
    @Path("{projectId}/published-values/{valueId}")
    @PermitAll
    @Operation(operationId = "getPublishedValue", summary = "Read one published value")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublishedValueView.class)))
    public Response get(@PathParam("projectId") UUID projectId, @PathParam("valueId") UUID valueId) {
        return versioned(values.get(projectId, valueId));
    }

    @POST
    @Path("{projectId}/published-values")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Operation(
            operationId = "recordPublishedValue",
            summary = "Keep a value as printed",
            description =
                    "It is read where it is well formed, in the languages of the Union; what is malformed is flagged and never becomes a number.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PublishedValueView.class)))
    public Response record(@PathParam("projectId") UUID projectId, @NotNull @Valid NewPublishedValue request) {
        return created(values.record(projectId, request));
    }

    @POST
    @Path("{projectId}/published-values/{valueId}:mark-current")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Operation(
            operationId = "markPublishedValueCurrent",
            summary = "Say that this value holds",
            description =
                    "The project's record is corrected by what was read: dates, amounts, rate, fund. An unreadable value leaves the field unknown.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublishedValueView.class)))
    public Response markCurrent(
            @PathParam("projectId") UUID projectId,
            @PathParam("valueId") UUID valueId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return versioned(values.markCurrent(projectId, valueId, Versions.required(ifMatch)));
    }

    @POST
    @Path("{projectId}/published-values/{valueId}:correct")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Operation(
            operationId = "correctPublishedValue",
            summary = "Record a value in place of one that was entered wrongly",
            description =
                    "The wrong one stays readable as withdrawn, with when and why, and names what replaces it. If it held, the new one holds, and where that reads differently the project's record is corrected.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PublishedValueView.class)))
    public Response correct(
            @PathParam("projectId") UUID projectId,
            @PathParam("valueId") UUID valueId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CorrectedValue request) {
        return created(values.correct(projectId, valueId, Versions.required(ifMatch), request));
    }

    @POST
    @Path("{projectId}/published-values/{valueId}:withdraw")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Operation(
            operationId = "withdrawPublishedValue",
            summary = "Take back a value that should not have been entered",
            description =
                    "It stays readable, with when and why, and never holds again. If it held, `instead` says which of the others of its field holds now; where there is none, what it said is unknown, unless the project's record says something else by now.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublishedValueView.class)))
    public Response withdraw(
            @PathParam("projectId") UUID projectId,
            @PathParam("valueId") UUID valueId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ValueToWithdraw request) {
        return versioned(values.withdraw(projectId, valueId, Versions.required(ifMatch), request));
    }

    private static Response created(PublishedValueView value) {
        return Response.created(URI.create("/v1/projects/" + value.projectId() + "/published-values/" + value.id()))
                .entity(value)
                .tag(Versions.etag(value.version()))
                .build();
    }

    private static Response versioned(PublishedValueView value) {
        return Response.ok(value).tag(Versions.etag(value.version())).build();
    }
}
