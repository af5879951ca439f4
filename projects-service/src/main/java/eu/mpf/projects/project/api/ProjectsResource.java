package eu.mpf.projects.project.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.project.LinksOfProject;
import eu.mpf.projects.project.NewProject;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectService;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.Visibility;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The portfolio. Reading is open to everybody, but for drafts and for money that is not public yet. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "The portfolio of projects, with their versions and succession.")
@RunOnVirtualThread
public class ProjectsResource {

    /** What a finance officer may correct without being a programme officer. */
    private static final Set<String> MONEY = Set.of("budget", "fund", "moneyPublic", "inKind");

    private final ProjectService projects;
    private final ProjectReader reader;
    private final Caller caller;
    private final LinkChecker links;
    private final Once once;

    ProjectsResource(ProjectService projects, ProjectReader reader, Caller caller, LinkChecker links, Once once) {
        this.projects = projects;
        this.reader = reader;
        this.caller = caller;
        this.links = links;
        this.once = once;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listProjects",
            summary = "List projects",
            description =
                    "Also as files of several standards by `Accept`. Sort by title, code, startDate, endDate, status, statusSince, createdAt or updatedAt; with `q` also by relevance, which is then the default and weighs the newest 1,000 hits.")
    public Page<ProjectView> list(@BeanParam PageParams page, @BeanParam ProjectQuery query) {
        return reader.page(query.filter(), page);
    }

    @GET
    @Path("/{projectId}")
    @PermitAll
    @Operation(operationId = "getProject", summary = "Read a project")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response get(@PathParam("projectId") UUID projectId) {
        return versioned(reader.get(projectId));
    }

    @POST
    @Idempotent(looksFirst = true)
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "registerProject",
            summary = "Take a project into the portfolio",
            description =
                    "It begins as PLANNED. Projects of awards come by themselves. Links in a published one are followed before; a dead one keeps it out.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(responseCode = "204", description = "Checked with validateOnly; nothing was stored.")
    public Response register(
            @NotNull @Valid NewProjectRequest request,
            @QueryParam("validateOnly")
                    @DefaultValue("false")
                    @Parameter(description = "Check only; nothing is stored and the answer is 204.")
                    boolean validateOnly) {
        NewProject wanted = request.toProject();
        CheckedLinks checked = links.check(
                wanted.visibility() == Visibility.PUBLISHED
                        ? LinksOfProject.in("", wanted.details()).list()
                        : List.of());
        return once.run(() -> {
            checked.requireSound();
            return validateOnly ? checkedOnly(wanted) : registered(wanted);
        });
    }

    private Response checkedOnly(NewProject wanted) {
        projects.check(wanted);
        return Response.noContent().build();
    }

    private Response registered(NewProject wanted) {
        ProjectView created = projects.register(wanted);
        return Response.created(URI.create("/v1/projects/" + created.id()))
                .entity(created)
                .tag(Versions.etag(created.version()))
                .build();
    }

    @PATCH
    @Path("/{projectId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Operation(
            operationId = "correctProject",
            summary = "Correct the record of a project",
            description =
                    "For what was wrong or missing: the new version takes over the days of the present one. What changes from a day on is an `:amend`. A finance officer corrects budget, fund, inKind and moneyPublic only.")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ProjectPatch.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response correct(
            @PathParam("projectId") UUID projectId, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        long expected = Versions.required(ifMatch);
        onlyMoneyUnlessProgrammeOfficer(patch);
        ProjectPatch.Split split = ProjectPatch.split(patch);
        links.check(projects.links(projectId, "", split.details(), split.visibility()))
                .requireSound();
        return versioned(
                projects.correct(projectId, expected, split.details(), split.visibility(), split.moneyPublic()));
    }

    @DELETE
    @Path("/{projectId}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "discardProject",
            summary = "Throw a draft away",
            description =
                    "With all that is kept beside it; its code is free again. A project that was published is terminated instead; one that is contracted, that others continue, or of which a report was handed in stays.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void discard(@PathParam("projectId") UUID projectId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        projects.discard(projectId, Versions.required(ifMatch));
    }

    @POST
    @Path("/{projectId}:amend")
    @Idempotent(looksFirst = true)
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER})
    @Operation(
            operationId = "amendProject",
            summary = "Amend a project from a day on",
            description = "Extension, budget, change of lead: the former version stays true until the day before.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response amend(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Amendment request) {
        long expected = Versions.required(ifMatch);
        onlyMoneyUnlessProgrammeOfficer(request.changes());
        CheckedLinks checked = links.check(projects.links(projectId, "/changes", request.changes(), null));
        return once.run(() -> {
            checked.requireSound();
            return versioned(projects.amend(
                    projectId, expected, request.kind(), request.effectiveOn(), request.reason(), request.changes()));
        });
    }

    private void onlyMoneyUnlessProgrammeOfficer(@Nullable JsonNode patch) {
        if (patch == null || caller.hasRole(Roles.PROGRAMME_OFFICER)) {
            return;
        }
        for (Iterator<String> names = patch.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MONEY.contains(name)) {
                throw new ProblemException(CommonProblem.FORBIDDEN, "A finance officer does not change " + name);
            }
        }
    }

    static Response versioned(ProjectView project) {
        return Response.ok(project).tag(Versions.etag(project.version())).build();
    }
}
