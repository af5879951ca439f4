package eu.mpf.calls.grant;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Condition;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.application.Sight;
import eu.mpf.calls.call.CallService;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.DecisionRules;
import eu.mpf.calls.call.FundLine;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Grants and the money that moves with them, always in one transaction. */
@ApplicationScoped
@Transactional
public class GrantService {

    private final Grants grants;
    private final FundBalances balances;
    private final CallService callService;
    private final Calls calls;
    private final ApplicationService applications;
    private final ReserveList reserveList;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;

    GrantService(
            Grants grants,
            FundBalances balances,
            CallService callService,
            Calls calls,
            ApplicationService applications,
            ReserveList reserveList,
            Outbox outbox,
            AuditTrail audit,
            Caller caller) {
        this.grants = grants;
        this.balances = balances;
        this.callService = callService;
        this.calls = calls;
        this.applications = applications;
        this.reserveList = reserveList;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** Makes the grant of an application and reserves its money; called by whoever decides, in that transaction. */
    public Grant award(Application application, Money amount, List<Condition> conditions, Instant now) {
        return reserved(application, amount, conditions, now)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.FUND_EXHAUSTED,
                        "The fund " + purse(application) + " does not hold " + amount + " any more."));
    }

    private Optional<Grant> reserved(Application application, Money amount, List<Condition> conditions, Instant now) {
        return balances.reserve(application.callId(), purse(application), amount)
                .map(balance -> {
                    Grant grant = new Grant(
                            Ids.next(),
                            grants.nextReference(),
                            application,
                            source(application),
                            amount,
                            conditions,
                            now);
                    grants.persist(grant);
                    grants.flush();
                    audit.record("grant.award", "grant", grant.id(), null, amount, null);
                    callService.purseMoved(application.callId(), balance);
                    return grant;
                });
    }

    /** The fund by the edition of the call that is frozen with the application. */
    private @Nullable FundLine source(Application application) {
        Integer edition = application.callEdition();
        CallTerms terms = edition == null
                ? calls.get(application.callId()).terms()
                : calls.termsOf(application.callId(), edition);
        return terms.fund(application.fund()).orElse(null);
    }

    private static Purse purse(Application application) {
        return new Purse(Objects.requireNonNull(application.fund()), application.lot());
    }

    /**
     * Tells others of the award of an application, once: its applicant has the letter, or signs. Until then it is nobody
     * else's business, and there is no project.
     */
    public void announce(UUID applicationId, Instant now) {
        grants.standing(applicationId).ifPresent(grant -> announce(grant, now));
    }

    private void announce(Grant grant, Instant now) {
        if (grant.announce(now)) {
            grants.flush();
            outbox.publish(GrantFacts.awarded(grant));
        }
    }

    public Grant sign(UUID id, long version) {
        Grant grant = grants.locked(id, version);
        Instant now = now();
        announce(grant, now);
        GrantStatus before = grant.status();
        grant.sign(now);
        balances.commit(grant.callId(), grant.purse(), grant.euShare().amount());
        grants.flush();
        audit.record("grant.sign", "grant", id, before, grant.status(), null);
        return grant;
    }

    /** Notes that a condition of the award is met. */
    public Grant meet(UUID id, long version, int number, String evidence) {
        Grant grant = grants.locked(id, version);
        List<GrantCondition> before = grant.conditions();
        grant.meet(number, evidence, now());
        grants.flush();
        audit.record("grant.condition-met", "grant", id, met(before), met(grant.conditions()), evidence);
        return grant;
    }

    /** When which condition was met; what met it is the reason of the entry. */
    private static Map<Integer, String> met(List<GrantCondition> conditions) {
        Map<Integer, String> met = new TreeMap<>();
        conditions.forEach(each -> met.put(each.number(), Objects.toString(each.metAt(), "open")));
        return met;
    }

    /**
     * Takes an award back: others are told if they knew of it, its money is available again, and, where the call says so, the reserve list
     * moves up in the same transaction.
     */
    public Grant withdraw(UUID id, long version, String reason, @Nullable String redress) {
        Grant grant = grants.locked(id, version);
        DecisionRules rules = calls.get(grant.callId()).terms().decision();
        List<Application> waiting = reserveList.lock(grant.callId(), grant.purse(), rules);
        GrantStatus before = grant.status();
        boolean committed = grant.withdraw(reason, now());
        applications.revoke(grant.applicationId(), reason, redress);
        grants.flush();
        BigDecimal amount = grant.euShare().amount();
        Balance left = committed
                ? balances.releaseCommitted(grant.callId(), grant.purse(), amount)
                : balances.releaseReserved(grant.callId(), grant.purse(), amount);
        if (grant.announced()) {
            outbox.publish(GrantFacts.withdrawn(grant));
        }
        audit.record("grant.withdraw", "grant", id, before, grant.status(), reason);
        callService.purseMoved(grant.callId(), left);
        if (rules != null && !waiting.isEmpty()) {
            reserveList.next(grant.callId(), grant.purse(), waiting, rules).forEach(next -> moveUp(next, grant, rules));
        }
        return grant;
    }

    private void moveUp(Application next, Grant withdrawn, DecisionRules rules) {
        Money amount = ReserveList.amount(next);
        Decision reserved = next.decision();
        if (amount == null || reserved == null) {
            return;
        }
        Instant now = now();
        reserved(next, amount, reserved.conditions(), now)
                .ifPresent(grant -> applications.decide(
                        next.id(),
                        new Decision(
                                Decision.Outcome.AWARD,
                                now,
                                rules.body().name(),
                                reserved.meetingId(),
                                "Moved up from the reserve list after " + withdrawn.reference() + " was withdrawn. "
                                        + reserved.reasons(),
                                reserved.redress(),
                                amount,
                                grant.id(),
                                reserved.risks(),
                                reserved.conditions())));
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
