package eu.mpf.projects.reporting;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report that somebody owes. */
@Schema(name = "DueReport")
public record DueReport(
        UUID reportId,
        UUID projectId,
        String projectCode,
        LocalizedText projectTitle,
        @Nullable String leadOrganisation,
        ReportKind kind,
        int number,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate dueOn,
        ReportStatus status,

        @Schema(description = "Whether its day has passed.") boolean late,

        @Schema(description = "Days since it was due; negative for days that are left.")
        int daysLate) {}
