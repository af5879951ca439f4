package eu.mpf.projects.reporting;

import static eu.mpf.projects.ProjectsProblem.PROJECT_NOT_DISCARDABLE;

import eu.mpf.projects.project.Agreement;
import eu.mpf.projects.project.Discarded;
import eu.mpf.projects.project.ProjectAccess;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Use cases of reporting plans: the schedule is made from the contract, and made again when contract or rule change. */
@ApplicationScoped
public class ReportingService {

    private final ReportingPlanRepository plans;
    private final ReportRepository reports;
    private final ProjectReader projects;
    private final ProjectAccess access;
    private final ReportingConfig config;
    private final AuditTrail audit;
    private final PersonHash hashes;

    ReportingService(
            ReportingPlanRepository plans,
            ReportRepository reports,
            ProjectReader projects,
            ProjectAccess access,
            ReportingConfig config,
            AuditTrail audit,
            PersonHash hashes) {
        this.plans = plans;
        this.reports = reports;
        this.projects = projects;
        this.access = access;
        this.config = config;
        this.audit = audit;
        this.hashes = hashes;
    }

    /** The project's rule, or the usual one. */
    @Transactional
    public ReportingPlanView plan(UUID projectId) {
        access.forInsiders(projectId);
        return plans.findByIdOptional(projectId)
                .map(plan -> new ReportingPlanView(projectId, plan.rule(), plan.version()))
                .orElseGet(() -> new ReportingPlanView(projectId, usual(), 0));
    }

    /** Sets the rule of a project, of whatever kind, and makes its schedule. */
    @Transactional
    public ReportingPlanView agree(UUID projectId, long expected, ReportingRule rule) {
        projects.require(projectId);
        ReportingPlan plan = plans.findByIdOptional(projectId).orElse(null);
        Versions.check(expected, plan == null ? 0 : plan.version());
        Object before = plan == null ? null : withoutContact(plan.rule());
        ProjectView project = projects.find(projectId).orElseThrow();
        boolean first = plan == null;
        if (plan == null) {
            plan = new ReportingPlan(projectId, rule, project.startDate(), project.endDate());
        }
        String contact = rule.contact();
        plan.agree(rule, contact == null ? null : hashes.ofWritten(contact).orElse(null));
        plan.period(project.startDate(), project.endDate());
        if (first) {
            plans.persist(plan);
        }
        plans.flush();
        schedule(projectId, plan);
        audit.record("reporting.agreed", "project", projectId, before, withoutContact(rule), null);
        return new ReportingPlanView(projectId, plan.rule(), plan.version());
    }

    /** A contracted grant reports by the usual rule, unless it has its own; other actions only if somebody sets one. */
    @Transactional
    void follow(@Observes Agreement agreement) {
        ReportingPlan plan = plans.findByIdOptional(agreement.projectId()).orElse(null);
        if (plan == null) {
            if (agreement.kind() != ProjectKind.GRANT || agreement.startDate() == null || agreement.endDate() == null) {
                return;
            }
            plan = new ReportingPlan(agreement.projectId(), usual(), agreement.startDate(), agreement.endDate());
            plans.persist(plan);
        } else {
            plan.period(agreement.startDate(), agreement.endDate());
        }
        schedule(agreement.projectId(), plan);
    }

    /** Open reports follow the new dates; what nobody has begun and is owed no more goes; what was handed in stays. */
    private void schedule(UUID projectId, ReportingPlan plan) {
        List<Report> present = new ArrayList<>(reports.ofProject(projectId));
        for (Schedule.Slot slot : plan.schedule()) {
            Report report = present.stream()
                    .filter(each -> each.kind() == slot.kind() && each.number() == slot.number())
                    .findFirst()
                    .orElse(null);
            if (report == null) {
                reports.persist(Report.scheduled(projectId, slot));
            } else {
                report.reschedule(slot);
                present.remove(report);
            }
        }
        present.stream().filter(report -> !report.begun()).forEach(reports::delete);
        reports.flush();
    }

    private ReportingRule usual() {
        return new ReportingRule(
                config.interimEveryMonths(), config.interimDueDays(), config.finalDueDays(), null, null);
    }

    /** An address is no business of the audit trail's readers. */
    private static ReportingRule withoutContact(ReportingRule rule) {
        return new ReportingRule(
                rule.interimEveryMonths(), rule.interimDueDays(), rule.finalDueDays(), null, rule.language());
    }

    /** @throws ProblemException 409 if a report was handed in: that is somebody else's word */
    @Transactional
    void discard(@Observes Discarded draft) {
        if (reports.ofProject(draft.projectId()).stream().anyMatch(Report::handedIn)) {
            throw new ProblemException(PROJECT_NOT_DISCARDABLE, "A report was handed in");
        }
        reports.delete("projectId", draft.projectId());
        plans.deleteById(draft.projectId());
    }
}
