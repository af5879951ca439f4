package eu.mpf.projects.reporting;

import static eu.mpf.projects.ProjectsProblem.ILLEGAL_TRANSITION;
import static eu.mpf.projects.ProjectsProblem.REPORT_CLOSED;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An interim or final report of a project, from the day it is scheduled. */
@Entity
@Table(name = "report")
class Report {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "project_id")
    private UUID projectId;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    private int number;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_to")
    private LocalDate periodTo;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private ReportContent content;

    private boolean begun;

    @Column(name = "submitted_on")
    private @Nullable LocalDate submittedOn;

    @Column(name = "returned_on")
    private @Nullable LocalDate returnedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private Reasons reasons;

    @Column(name = "accepted_on")
    private @Nullable LocalDate acceptedOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Report() {}

    /** Why a report was returned, point by point. */
    record Reasons(List<String> items) {

        static final Reasons NONE = new Reasons(List.of());
    }

    static Report scheduled(UUID projectId, Schedule.Slot slot) {
        Report report = new Report();
        report.id = Ids.next();
        report.projectId = projectId;
        report.kind = slot.kind();
        report.number = slot.number();
        report.status = ReportStatus.DRAFT;
        report.content = ReportContent.EMPTY;
        report.reasons = Reasons.NONE;
        report.createdAt = now();
        report.reschedule(slot);
        return report;
    }

    /** Follows a changed schedule, unless it is in already: what was reported on stays what it was. */
    void reschedule(Schedule.Slot slot) {
        if (status.open()) {
            periodFrom = slot.from();
            periodTo = slot.to();
            dueOn = slot.dueOn();
            updatedAt = now();
        }
    }

    /** @throws ProblemException 409 while it is not the grantee's turn */
    void write(ReportContent written) {
        if (!status.open()) {
            throw new ProblemException(REPORT_CLOSED, "The report is " + status);
        }
        content = written;
        begun = true;
        updatedAt = now();
    }

    /** Hands it in. @throws ProblemException 400 with everything it owes its reader and does not have */
    void submit(Set<String> indicators, LocalDate on) {
        ReportStatus next = next(ReportStatus.Move.SUBMIT);
        Violations violations = new Violations();
        content.check(kind, indicators, violations);
        violations.throwIfAny();
        status = next;
        begun = true;
        submittedOn = on;
        reasons = Reasons.NONE;
        updatedAt = now();
    }

    /** Gives it back. */
    void giveBack(List<String> why, LocalDate on) {
        status = next(ReportStatus.Move.RETURN);
        reasons = new Reasons(List.copyOf(why));
        returnedOn = on;
        updatedAt = now();
    }

    void accept(LocalDate on) {
        status = next(ReportStatus.Move.ACCEPT);
        acceptedOn = on;
        updatedAt = now();
    }

    private ReportStatus next(ReportStatus.Move move) {
        return status.after(move)
                .orElseThrow(() ->
                        new ProblemException(ILLEGAL_TRANSITION, "A report that is " + status + " allows no " + move));
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    ReportKind kind() {
        return kind;
    }

    int number() {
        return number;
    }

    ReportContent content() {
        return content;
    }

    ReportStatus status() {
        return status;
    }

    LocalDate periodTo() {
        return periodTo;
    }

    /** Whether the lead ever gave it out of hand. */
    boolean handedIn() {
        return submittedOn != null;
    }

    boolean begun() {
        return begun;
    }

    long version() {
        return version;
    }

    ReportView view() {
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
                returnedOn,
                reasons.items(),
                acceptedOn,
                version);
    }
}
