package eu.mpf.projects.payment;

import static eu.mpf.projects.ProjectsProblem.BALANCE_ASKED_FOR;
import static eu.mpf.projects.ProjectsProblem.NOTHING_COMMITTED;
import static eu.mpf.projects.ProjectsProblem.REPORT_NOT_ACCEPTED;

import eu.mpf.projects.project.Agreement;
import eu.mpf.projects.project.ProjectAccess;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.Today;
import eu.mpf.projects.reporting.AcceptedReports;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Money;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Use cases of payments. What is approved and paid never passes what the contract commits. */
@ApplicationScoped
public class PaymentService {

    private final PaymentRepository payments;
    private final Accounts accounts;
    private final AcceptedReports reports;
    private final ProjectReader projects;
    private final ProjectAccess access;
    private final AuditTrail audit;

    PaymentService(
            PaymentRepository payments,
            Accounts accounts,
            AcceptedReports reports,
            ProjectReader projects,
            ProjectAccess access,
            AuditTrail audit) {
        this.payments = payments;
        this.accounts = accounts;
        this.reports = reports;
        this.projects = projects;
        this.access = access;
        this.audit = audit;
    }

    /** What the caller may see: all for staff and the lead; for others what was paid, once the money is public. */
    @Transactional
    public List<PaymentView> list(UUID projectId) {
        ProjectView project = access.readable(projectId);
        List<PaymentView> all =
                payments.ofProject(projectId).stream().map(Payment::view).toList();
        if (access.insider(project)) {
            return all;
        }
        return all.stream()
                .filter(payment -> project.moneyPublic() && payment.status() == PaymentStatus.PAID)
                .map(PaymentView::forThePublic)
                .toList();
    }

    @Transactional
    public PaymentView get(UUID projectId, UUID id) {
        return list(projectId).stream()
                .filter(payment -> payment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("payment", id));
    }

    @Transactional
    public AccountView account(UUID projectId) {
        ProjectView project = access.readable(projectId);
        AccountView account = accounts.find(projectId).orElseGet(() -> AccountView.unknown(projectId));
        if (access.insider(project)) {
            return account;
        }
        return project.moneyPublic() ? account.forThePublic() : AccountView.unknown(projectId);
    }

    @Transactional
    public PaymentView request(UUID projectId, NewPayment wanted) {
        projects.require(projectId);
        AccountView account = accounts.find(projectId)
                .orElseThrow(() -> new ProblemException(
                        NOTHING_COMMITTED, "There is no contract yet, or its EU share is unknown"));
        Money committed = account.committed();
        if (committed != null && !committed.currency().equals(wanted.amount().currency())) {
            throw ProblemException.invalid(
                    "/amount/currency", "other-currency", "The contract is in " + committed.currency());
        }
        if (wanted.amount().amount().signum() <= 0) {
            throw ProblemException.invalid("/amount/amount", "not-positive", "A payment is more than nothing");
        }
        UUID report = wanted.reportId();
        if (report != null && !reports.exists(projectId, report)) {
            throw ProblemException.invalid("/reportId", "unknown-report", "The project has no such report");
        }
        Payment payment = Payment.request(projectId, wanted, Today.notAfter(wanted.requestedOn(), "/requestedOn"));
        try {
            payments.persistAndFlush(payment);
        } catch (ConstraintViolationException e) {
            // The only rule of the table that this request can break: another balance is on its way.
            throw new ProblemException(BALANCE_ASKED_FOR, "The balance was asked for before");
        }
        audit.record("payment.requested", "payment", payment.id(), null, payment.view(), null);
        return payment.view();
    }

    @Transactional
    public PaymentView move(
            UUID projectId,
            UUID id,
            long expected,
            PaymentStatus.Move move,
            @Nullable LocalDate on,
            @Nullable String reason) {
        Payment payment = payments.findByIdOptional(id)
                .filter(found -> found.projectId().equals(projectId))
                .orElseThrow(() -> ProblemException.notFound("payment", id));
        Versions.check(expected, payment.version());
        PaymentView before = payment.view();
        payment.move(move, Today.notAfter(on, "/on"), reason);
        // The row of the payment is locked before that of the account, by every move alike.
        payments.flush();
        switch (move) {
            case APPROVE -> {
                reportsAccepted(payment);
                accounts.approve(projectId, payment.amount());
            }
            case PAY -> accounts.pay(projectId, payment.amount());
            case CANCEL -> accounts.release(projectId, payment.amount());
            case REJECT -> {
                // Nothing was promised yet.
            }
        }
        audit.record(
                "payment." + payment.status().name().toLowerCase(java.util.Locale.ROOT),
                "payment",
                id,
                before,
                payment.view(),
                reason);
        return payment.view();
    }

    private void reportsAccepted(Payment payment) {
        UUID report = payment.reportId();
        if (report != null && !reports.accepted(payment.projectId(), report)) {
            throw new ProblemException(REPORT_NOT_ACCEPTED, "The report it is paid on is not accepted");
        }
        if (payment.kind() == PaymentKind.BALANCE && reports.finalIsOwed(payment.projectId())) {
            throw new ProblemException(REPORT_NOT_ACCEPTED, "The balance is paid on the accepted final report");
        }
    }

    /** The account follows the contract: its first amount, and every amendment of it. */
    @Transactional
    void follow(@Observes Agreement agreement) {
        Money committed = agreement.committed();
        if (committed == null) {
            accounts.forget(agreement.projectId());
        } else {
            accounts.commit(agreement.projectId(), committed);
        }
    }
}
