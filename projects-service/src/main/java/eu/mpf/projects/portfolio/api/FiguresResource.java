package eu.mpf.projects.portfolio.api;

import eu.mpf.projects.portfolio.Criteria;
import eu.mpf.projects.portfolio.Dimension;
import eu.mpf.projects.portfolio.Figures;
import eu.mpf.projects.portfolio.PortfolioService;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures of the portfolio. */
@Path("/v1/portfolio/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio", description = "Figures on any day, and frozen snapshots.")
@RunOnVirtualThread
public class FiguresResource {

    private final PortfolioService portfolio;

    FiguresResource(PortfolioService portfolio) {
        this.portfolio = portfolio;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getPortfolioFigures",
            summary = "Counts and sums of the portfolio on any day",
            description =
                    "What is unknown is counted, never taken as zero. Groups of one dimension add up to the whole unless marked as overlapping; projects without a value stand under UNKNOWN.")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is no such snapshot")
    public Figures figures(
            @QueryParam("asOf") @Parameter(description = "The day; today if absent.") @Nullable LocalDate asOf,
            @QueryParam("snapshot") @Parameter(description = "The frozen figures of this snapshot instead.") @Nullable
                    String snapshot,
            @QueryParam("by")
                    @Parameter(
                            description =
                                    "Any of fund, theme, country, memberState, region, type, year, status, kind; separated by commas.")
                    List<String> by,
            @QueryParam("status") List<ProjectStatus> status,
            @QueryParam("kind") List<ProjectKind> kind,
            @QueryParam("fund") List<String> fund,
            @QueryParam("theme") List<String> theme,
            @QueryParam("startedAfter") @Nullable LocalDate startedAfter,
            @QueryParam("startedBefore") @Nullable LocalDate startedBefore) {
        Set<Dimension> dimensions = Dimension.parse(by);
        if (snapshot == null) {
            Criteria criteria = new Criteria(List.of(), status, kind, fund, theme, startedAfter, startedBefore);
            return portfolio.figures(asOf, criteria, dimensions);
        }
        if (asOf != null) {
            throw ProblemException.invalid("?asOf", "contradiction", "A snapshot has its own day");
        }
        Figures frozen = portfolio.get(snapshot).figures();
        return new Figures(
                frozen.asOf(),
                frozen.snapshot(),
                frozen.whole(),
                frozen.memberStates(),
                frozen.partnerCountries(),
                frozen.breakdowns().stream()
                        .filter(each -> dimensions.contains(each.by()))
                        .toList());
    }
}
