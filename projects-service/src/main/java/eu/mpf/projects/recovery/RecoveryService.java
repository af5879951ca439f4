package eu.mpf.projects.recovery;

import static eu.mpf.projects.ProjectsProblem.RECOVERY_EXCEEDS_PAID;

import eu.mpf.projects.payment.PaidAmounts;
import eu.mpf.projects.project.ProjectAccess;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.projects.project.Today;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Money;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases of recovery orders. Never more is asked back than was paid. */
@ApplicationScoped
public class RecoveryService {

    private final RecoveryRepository recoveries;
    private final PaidAmounts paid;
    private final ProjectReader projects;
    private final ProjectAccess access;
    private final AuditTrail audit;

    RecoveryService(
            RecoveryRepository recoveries,
            PaidAmounts paid,
            ProjectReader projects,
            ProjectAccess access,
            AuditTrail audit) {
        this.recoveries = recoveries;
        this.paid = paid;
        this.projects = projects;
        this.access = access;
        this.audit = audit;
    }

    /** What the caller may see: all for staff and the lead; for others what came back, once the money is public. */
    @Transactional
    public List<RecoveryView> list(UUID projectId) {
        ProjectView project = access.readable(projectId);
        List<RecoveryView> all =
                recoveries.ofProject(projectId).stream().map(Recovery::view).toList();
        if (access.insider(project)) {
            return all;
        }
        return all.stream()
                .filter(each -> project.moneyPublic() && each.status() == RecoveryStatus.RECOVERED)
                .map(RecoveryView::forThePublic)
                .toList();
    }

    @Transactional
    public RecoveryView get(UUID projectId, UUID id) {
        return list(projectId).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("recovery order", id));
    }

    @Transactional
    public RecoveryView order(UUID projectId, NewRecovery wanted) {
        projects.require(projectId);
        Recovery recovery = Recovery.order(projectId, wanted, Today.notAfter(wanted.orderedOn(), "/orderedOn"));
        // Locks the account: what is asked back of one payment at once is asked one after the other.
        paid.askBack(projectId, wanted.amount());
        UUID payment = wanted.paymentId();
        if (payment != null) {
            Money whole = paid.ofPayment(projectId, payment)
                    .orElseThrow(() -> ProblemException.invalid(
                            "/paymentId", "unknown-payment", "The project has no payment of this id that was paid"));
            if (recoveries.ofPayment(payment).add(wanted.amount().amount()).compareTo(whole.amount()) > 0) {
                throw new ProblemException(
                        RECOVERY_EXCEEDS_PAID,
                        "With " + wanted.amount() + ", more would be asked back than the " + whole + " of the payment");
            }
        }
        recoveries.persistAndFlush(recovery);
        audit.record("recovery.ordered", "recovery", recovery.id(), null, recovery.view(), wanted.reason());
        return recovery.view();
    }

    @Transactional
    public RecoveryView move(
            UUID projectId,
            UUID id,
            long expected,
            RecoveryStatus.Move move,
            @Nullable LocalDate on,
            @Nullable String reason) {
        Recovery recovery = recoveries
                .findByIdOptional(id)
                .filter(found -> found.projectId().equals(projectId))
                .orElseThrow(() -> ProblemException.notFound("recovery order", id));
        Versions.check(expected, recovery.version());
        RecoveryView before = recovery.view();
        recovery.move(move, Today.notAfter(on, "/on"), reason);
        // The row of the order is locked before that of the account, by every move alike.
        recoveries.flush();
        switch (move) {
            case SETTLE -> paid.cameBack(projectId, recovery.amount());
            case CANCEL -> paid.askNoMore(projectId, recovery.amount());
        }
        audit.record(
                "recovery." + recovery.status().name().toLowerCase(Locale.ROOT),
                "recovery",
                id,
                before,
                recovery.view(),
                reason);
        return recovery.view();
    }
}
