package eu.mpf.projects.reporting;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rule a project reports by. */
@Schema(name = "ReportingPlan")
public record ReportingPlanView(
        UUID projectId,
        ReportingRule rule,

        @Schema(description = "0 while the facility's usual rule holds, because none was set for this project.")
        long version) {}
