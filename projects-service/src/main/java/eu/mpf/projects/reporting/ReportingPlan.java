package eu.mpf.projects.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rule a project reports by, and the dates its schedule follows. */
@Entity
@Table(name = "reporting_plan")
class ReportingPlan {

    @Id
    @Column(name = "project_id")
    private UUID projectId;

    @Version
    private long version = 1;

    @Column(name = "interim_every_months")
    private int interimEveryMonths;

    @Column(name = "interim_due_days")
    private int interimDueDays;

    @Column(name = "final_due_days")
    private int finalDueDays;

    private @Nullable String contact;
    private String language;

    @Column(name = "start_date")
    private @Nullable LocalDate startDate;

    @Column(name = "end_date")
    private @Nullable LocalDate endDate;

    protected ReportingPlan() {}

    ReportingPlan(UUID projectId, ReportingRule rule, @Nullable LocalDate start, @Nullable LocalDate end) {
        this.projectId = projectId;
        agree(rule, start, end);
    }

    /** Takes a rule, and the dates of the action as the contract or an amendment sets them. */
    void agree(ReportingRule rule, @Nullable LocalDate start, @Nullable LocalDate end) {
        interimEveryMonths = rule.interimEveryMonths();
        interimDueDays = rule.interimDueDays();
        finalDueDays = rule.finalDueDays();
        contact = rule.contact();
        language = rule.language() == null ? "en" : rule.language();
        startDate = start;
        endDate = end;
    }

    List<Schedule.Slot> schedule() {
        return Schedule.of(rule(), startDate, endDate);
    }

    ReportingRule rule() {
        return new ReportingRule(interimEveryMonths, interimDueDays, finalDueDays, contact, language);
    }

    long version() {
        return version;
    }
}
