package eu.mpf.projects.search.api;

import eu.mpf.projects.project.api.ProjectQuery;
import eu.mpf.projects.search.Facet;
import eu.mpf.projects.search.FacetCounts;
import eu.mpf.projects.search.FacetReader;
import eu.mpf.projects.search.HitReader;
import eu.mpf.projects.search.ProjectHit;
import eu.mpf.projects.search.SimilarProject;
import eu.mpf.projects.search.SimilarReader;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Beside the list of projects: its hits in short, its facets, and what is like one project. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@RunOnVirtualThread
public class SearchResource {

    private final HitReader hits;
    private final FacetReader facets;
    private final SimilarReader similar;

    SearchResource(HitReader hits, FacetReader facets, SimilarReader similar) {
        this.hits = hits;
        this.facets = facets;
        this.similar = similar;
    }

    @GET
    @Path("/hits")
    @PermitAll
    @Operation(
            operationId = "searchProjects",
            summary = "Search projects",
            description =
                    "What `q` finds, the best first, with score and the passage that answers. The newest 1,000 hits are weighed.")
    public Page<ProjectHit> hits(@BeanParam PageParams page, @BeanParam ProjectQuery query) {
        refuseAsOf(query);
        return hits.page(query.filter(), page);
    }

    @GET
    @Path("/facets")
    @PermitAll
    @Operation(
            operationId = "countProjectsByFacet",
            summary = "Count projects by facet",
            description =
                    "For the same filters as the list. A facet's own filter does not narrow it, so that the other choices show what they would give. Of more than 10,000 hits the newest are counted, and `counted` says AT_LEAST.")
    public FacetCounts facets(
            @BeanParam ProjectQuery query,
            @QueryParam("facets")
                    @Parameter(
                            description =
                                    "fund, theme, country, region, status, kind, type, year; separated by commas; all if absent.")
                    List<String> wanted) {
        refuseAsOf(query);
        return facets.count(query.filter(), Facet.parse(wanted));
    }

    @GET
    @Path("/{projectId}/similar")
    @PermitAll
    @Operation(
            operationId = "listSimilarProjects",
            summary = "List projects like this one",
            description = "By the wording of the title, and by shared themes, countries, fund and partnership types.")
    public Page<SimilarProject> similar(@PathParam("projectId") UUID projectId, @BeanParam PageParams page) {
        return Page.of(similar.like(projectId, page));
    }

    private static void refuseAsOf(ProjectQuery query) {
        if (query.asOf != null) {
            throw ProblemException.invalid("?asOf", "not-offered", "Only the portfolio of today is searched");
        }
    }
}
