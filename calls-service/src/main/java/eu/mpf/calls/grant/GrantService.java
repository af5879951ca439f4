package eu.mpf.calls.grant;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Sight;
import eu.mpf.calls.call.CallService;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.fund.Balance;
import eu.mpf.calls.fund.FundBalances;
import eu.mpf.calls.fund.Purse;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** Grants and the money that moves with them, always in one transaction. */
@ApplicationScoped
@Transactional
public class GrantService {

    private final Grants grants;
    private final FundBalances balances;
    private final CallService callService;
    private final Calls calls;
    private final ApplicationService applications;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;

    GrantService(
            Grants grants,
            FundBalances balances,
            CallService callService,
            Calls calls,
            ApplicationService applications,
            Outbox outbox,
            AuditTrail audit,
            Caller caller) {
        this.grants = grants;
        this.balances = balances;
        this.callService = callService;
        this.calls = calls;
        this.applications = applications;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** Makes the grant of an application and reserves its money; called by whoever decides, in that transaction. */
    public Grant award(Application application, Money amount, Instant now) {
        Purse purse = new Purse(Objects.requireNonNull(application.fund()), application.lot());
        Balance balance = balances.reserve(application.callId(), purse, amount.amount())
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.FUND_EXHAUSTED, "The fund " + purse + " does not hold " + amount + " any more."));
        Grant grant = new Grant(Ids.next(), grants.nextReference(), application, amount, now);
        grants.persist(grant);
        grants.flush();
        outbox.publish(GrantFacts.awarded(grant));
        audit.record("grant.award", "grant", grant.id(), null, amount, null);
        callService.purseMoved(application.callId(), balance);
        return grant;
    }

    public Grant sign(UUID id, long version) {
        Grant grant = grants.locked(id, version);
        grant.sign(now());
        balances.commit(grant.callId(), grant.purse(), grant.euShare().amount());
        grants.flush();
        audit.record("grant.sign", "grant", id, null, grant.status(), null);
        return grant;
    }

    /** Takes an award back: its money is available again, and others are told. */
    public Grant withdraw(UUID id, long version, String reason) {
        Grant grant = grants.locked(id, version);
        boolean committed = grant.withdraw(reason, now());
        BigDecimal amount = grant.euShare().amount();
        if (committed) {
            balances.releaseCommitted(grant.callId(), grant.purse(), amount);
        } else {
            balances.releaseReserved(grant.callId(), grant.purse(), amount);
        }
        grants.flush();
        applications.revoke(grant.applicationId(), reason);
        outbox.publish(GrantFacts.withdrawn(grant));
        audit.record("grant.withdraw", "grant", id, null, grant.status(), reason);
        return grant;
    }

    /** Remembers which project the grant became. */
    public void registered(UUID id, UUID projectId, String projectCode) {
        Grant grant = grants.findById(id);
        if (grant != null) {
            grant.link(projectId, projectCode);
        }
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Grant visible(UUID id) {
        return grants.visible(id, Sight.isStaff(caller), caller.organisation().orElse(""));
    }

    private Instant now() {
        return calls.clock().truncatedTo(ChronoUnit.MILLIS);
    }
}
