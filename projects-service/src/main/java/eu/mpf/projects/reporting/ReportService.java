package eu.mpf.projects.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.project.ProjectAccess;
import eu.mpf.projects.project.ProjectService;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.ReportFacts;
import eu.mpf.projects.project.Today;
import eu.mpf.projects.result.NewMeasurement;
import eu.mpf.projects.result.ResultService;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases of reports: the lead writes and submits, the facility returns or accepts. */
@ApplicationScoped
public class ReportService {

    private final ReportRepository reports;
    private final ProjectAccess access;
    private final ProjectService projects;
    private final ResultService results;
    private final ReminderService reminders;
    private final MergePatch mergePatch;
    private final AuditTrail audit;

    ReportService(
            ReportRepository reports,
            ProjectAccess access,
            ProjectService projects,
            ResultService results,
            ReminderService reminders,
            MergePatch mergePatch,
            AuditTrail audit) {
        this.reports = reports;
        this.access = access;
        this.projects = projects;
        this.results = results;
        this.reminders = reminders;
        this.mergePatch = mergePatch;
        this.audit = audit;
    }

    /** All reports for staff and the lead, accepted ones for others. */
    @Transactional
    public List<ReportView> list(UUID projectId) {
        ProjectView project = access.readable(projectId);
        List<ReportView> all =
                reports.ofProject(projectId).stream().map(Report::view).toList();
        if (access.insider(project)) {
            return all;
        }
        return all.stream()
                .filter(report -> report.status() == ReportStatus.ACCEPTED)
                .map(ReportView::forThePublic)
                .toList();
    }

    @Transactional
    public ReportView get(UUID projectId, UUID id) {
        return list(projectId).stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("report", id));
    }

    @Transactional
    public ReportView write(UUID projectId, UUID id, long expected, JsonNode patch) {
        access.forInsiders(projectId);
        Report report = load(projectId, id, expected);
        ReportContent before = report.content();
        report.write(mergePatch.apply(before, patch, ReportContent.class));
        return done(report, "report.written", before, null);
    }

    @Transactional
    public ReportView submit(UUID projectId, UUID id, long expected) {
        access.forInsiders(projectId);
        Report report = load(projectId, id, expected);
        ReportStatus before = report.status();
        LocalDate today = Today.day();
        report.submit(Set.copyOf(results.codes(projectId)), today);
        ReportView after = done(report, "report.submitted", Map.of("status", before), null);
        projects.reported(projectId, facts(after, today), false);
        return after;
    }

    @Transactional
    public ReportView giveBack(UUID projectId, UUID id, long expected, List<String> reasons) {
        Report report = load(projectId, id, expected);
        ReportStatus before = report.status();
        report.giveBack(reasons, Today.day());
        ReportView after = done(report, "report.returned", Map.of("status", before), String.join("; ", reasons));
        reminders.returned(id, after.version(), Today.day());
        return after;
    }

    /** Accepts a report; the actual values it states become those of the project's indicators. */
    @Transactional
    public ReportView accept(UUID projectId, UUID id, long expected) {
        Report report = load(projectId, id, expected);
        ReportStatus before = report.status();
        LocalDate today = Today.day();
        report.accept(today);
        ReportView after = done(report, "report.accepted", Map.of("status", before), null);
        Map<String, NewMeasurement> measured = new LinkedHashMap<>();
        report.content()
                .results()
                .forEach(each -> measured.put(
                        each.indicator(), new NewMeasurement(each.value(), each.measuredOn(), each.note())));
        results.measured(projectId, id, report.periodTo(), measured);
        projects.reported(projectId, facts(after, today), true);
        return after;
    }

    private ReportView done(Report report, String action, Object before, @Nullable String reason) {
        reports.flush();
        ReportView after = report.view();
        audit.record(action, "report", report.id(), before, after, reason);
        return after;
    }

    private Report load(UUID projectId, UUID id, long expected) {
        Report report = reports.findByIdOptional(id)
                .filter(found -> found.projectId().equals(projectId))
                .orElseThrow(() -> ProblemException.notFound("report", id));
        Versions.check(expected, report.version());
        return report;
    }

    private static ReportFacts facts(ReportView report, LocalDate on) {
        return new ReportFacts(
                report.id(),
                report.kind().name(),
                report.number(),
                report.periodFrom(),
                report.periodTo(),
                report.dueOn(),
                on);
    }
}
