package eu.mpf.projects.reporting.api;

import eu.mpf.projects.reporting.DueReport;
import eu.mpf.projects.reporting.DueReports;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is due or late, over all projects. */
@Path("/v1/reports/due")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@RunOnVirtualThread
public class DueReportsResource {

    private final DueReports reports;

    DueReportsResource(DueReports reports) {
        this.reports = reports;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.APPLICANT})
    @Operation(
            operationId = "listDueReports",
            summary = "List reports that are due or late",
            description =
                    "Of all projects whose contract holds, the most urgent first; an applicant sees those of its own organisation. Sort by dueOn or projectCode.")
    public Page<DueReport> list(
            @BeanParam PageParams page,
            @QueryParam("late") @Parameter(description = "true for late ones alone, false for the others.") @Nullable
                    Boolean late,
            @QueryParam("dueBefore")
                    @Parameter(description = "Due on this day or before; within 60 days if absent.")
                    @Nullable
                    LocalDate dueBefore,
            @QueryParam("lead") @Parameter(description = "Codes of leading organisations.") List<String> lead) {
        return reports.page(late, dueBefore, lead, page);
    }
}
