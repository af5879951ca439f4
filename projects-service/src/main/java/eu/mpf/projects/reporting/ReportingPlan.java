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

    @Column(name = "contact_hash")
    private @Nullable String contactHash;

    private String language = "en";

    @Column(name = "start_date")
    private @Nullable LocalDate startDate;

    @Column(name = "end_date")
    private @Nullable LocalDate endDate;

    protected ReportingPlan() {}

    ReportingPlan(UUID projectId, ReportingRule rule, @Nullable LocalDate start, @Nullable LocalDate end) {
        this.projectId = projectId;
        agree(rule, null);
        period(start, end);
    }

    /** Takes a rule. @param hash by which its contact is found as a person's address; absent without a contact */
    void agree(ReportingRule rule, @Nullable String hash) {
        interimEveryMonths = rule.interimEveryMonths();
        interimDueDays = rule.interimDueDays();
        finalDueDays = rule.finalDueDays();
        contact = rule.contact();
        contactHash = hash;
        language = rule.language() == null ? "en" : rule.language();
    }

    /** The dates of the action, as the contract or an amendment sets them. */
    void period(@Nullable LocalDate start, @Nullable LocalDate end) {
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
