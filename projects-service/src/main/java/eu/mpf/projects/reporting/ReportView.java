package eu.mpf.projects.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as read. The public sees accepted ones. */
@Schema(name = "Report")
public record ReportView(
        UUID id,
        UUID projectId,
        ReportKind kind,

        @Schema(description = "Counts the reports of its kind from 1.")
        int number,

        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate dueOn,
        ReportStatus status,
        ReportContent content,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate returnedOn,

        @Schema(description = "Why it was returned, point by point; for staff and the lead.")
        List<String> reasons,

        @Nullable LocalDate acceptedOn,
        long version) {

    /** What was said on the way is between the grantee and the facility. */
    ReportView forThePublic() {
        return new ReportView(
                id,
                projectId,
                kind,
                number,
                periodFrom,
                periodTo,
                dueOn,
                status,
                content,
                submittedOn,
                null,
                List.of(),
                acceptedOn,
                version);
    }
}
