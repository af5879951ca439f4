package eu.mpf.calls.ranking;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.DecisionRules;
import eu.mpf.calls.call.Preselection;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.fund.Balance;
import eu.mpf.calls.fund.FundBalances;
import eu.mpf.calls.fund.Purse;
import eu.mpf.calls.scoring.BalanceRule;
import eu.mpf.calls.scoring.Cut;
import eu.mpf.calls.scoring.Ranked;
import eu.mpf.calls.scoring.Ranking;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.calls.scoring.Standing;
import eu.mpf.calls.seat.Seats;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ranks what has a consensus score, by the rules of the call and the money that is left. */
@ApplicationScoped
@Transactional
public class RankingService {

    private static final List<String> WAITING = List.of("ELIGIBLE", "RESERVED");
    private static final List<String> CONCEPTS = List.of("CONCEPT_SUBMITTED");

    private final Calls calls;
    private final FundBalances balances;
    private final RankingRows rows;
    private final Seats seats;
    private final AuditTrail audit;
    private final Caller caller;

    RankingService(Calls calls, FundBalances balances, RankingRows rows, Seats seats, AuditTrail audit, Caller caller) {
        this.calls = calls;
        this.balances = balances;
        this.rows = rows;
        this.seats = seats;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Those still to be decided, in order. Full applications are cut by what each purse has left, concept notes by what the
     * invited have left of the pre-selection's multiple of the envelope.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RankedApplication> ranking(UUID callId, Stage stage) {
        Call call = calls.get(callId);
        List<RankingRows.Row> candidates =
                rows.candidates(callId, stage, stage == Stage.CONCEPT_NOTE ? CONCEPTS : WAITING);
        Map<UUID, RankingRows.Row> byId = candidates.stream()
                .collect(Collectors.toMap(row -> row.candidate().id(), Function.identity()));
        List<Balance> money = balances.of(callId);
        return ranked(call, stage, candidates, money).stream()
                .map(ranked -> view(
                        ranked,
                        Objects.requireNonNull(byId.get(ranked.candidate().id()))))
                .toList();
    }

    private List<Ranked> ranked(Call call, Stage stage, List<RankingRows.Row> candidates, List<Balance> money) {
        CallTerms terms = call.terms();
        List<String> tieBreaks =
                terms.scheme(stage).map(ScoringScheme::tieBreaks).orElse(List.of());
        Preselection preselection = terms.preselection();
        DecisionRules decision = terms.decision();
        Map<String, BigDecimal> limits = new HashMap<>();
        Cut cut;
        if (stage == Stage.CONCEPT_NOTE && preselection != null) {
            cut = preselection.cutOrDefault();
            BigDecimal multiple = new BigDecimal(preselection.envelopeMultiple());
            Map<String, BigDecimal> invited = rows.invited(call.id());
            money.forEach(balance -> {
                String purse = balance.purse().toString();
                limits.put(
                        purse,
                        balance.envelope().multiply(multiple).subtract(invited.getOrDefault(purse, BigDecimal.ZERO)));
            });
        } else {
            cut = decision == null ? Cut.STRICT : decision.cutOrDefault();
            money.forEach(balance -> limits.put(balance.purse().toString(), balance.available()));
        }
        var balance = stage == Stage.FULL_APPLICATION && decision != null ? decision.balance() : List.<BalanceRule>of();
        return Ranking.of(
                candidates.stream().map(RankingRows.Row::candidate).toList(),
                new Ranking.Rules(
                        tieBreaks,
                        rows.decided(call.id(), stage),
                        limits,
                        cut,
                        balance,
                        balance.isEmpty() ? Map.of() : rows.awarded(call.id())));
    }

    private static RankedApplication view(Ranked ranked, RankingRows.Row row) {
        return new RankedApplication(
                ranked.position(),
                ranked.candidate().id(),
                row.reference(),
                row.organisation(),
                row.purse().fund(),
                row.purse().lot().isEmpty() ? null : row.purse().lot(),
                ranked.candidate().total(),
                new Money(ranked.candidate().requested(), row.currency()),
                ranked.candidate().passes(),
                ranked.standing(),
                ranked.tied(),
                ranked.balance(),
                row.status());
    }

    /** The ranking without what a conflict hides from the caller. @throws ProblemException 404 for one without a seat */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RankedApplication> seen(UUID callId, Stage stage) {
        Set<UUID> hidden = seats.hidden(callId);
        return ranking(callId, stage).stream()
                .filter(each -> !hidden.contains(each.applicationId()))
                .toList();
    }

    /** One on the reserve list, and whether it would move up. */
    public record Reserve(UUID applicationId, Standing standing) {}

    /** The reserve list of a purse in its order, ranked among itself against the money the purse has now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Reserve> reserve(UUID callId, Purse purse) {
        List<RankingRows.Row> waiting = rows.candidates(callId, Stage.FULL_APPLICATION, List.of("RESERVED")).stream()
                .filter(row -> row.purse().equals(purse))
                .toList();
        return ranked(calls.get(callId), Stage.FULL_APPLICATION, waiting, balances.of(callId)).stream()
                .map(ranked -> new Reserve(ranked.candidate().id(), ranked.standing()))
                .toList();
    }

    /**
     * Puts equals in an order; only what is equal to the end may be ordered by hand, and by nobody with a conflict. The body
     * that decides in the call does it: the committee in a meeting with its quorum, or the programme officer. Which concept
     * notes are invited is the programme officer's to say in every call.
     *
     * @throws ProblemException 403, 404, 409
     */
    public List<RankedApplication> decideTie(UUID callId, Stage stage, List<UUID> order, String reason) {
        if (!Collections.disjoint(seats.hidden(callId), order)) {
            throw new ProblemException(
                    CallsProblem.CONFLICT_OF_INTEREST, "You declared a conflict on one of these applications.");
        }
        requireBody(calls.locked(callId), stage, order);
        List<RankedApplication> before = ranking(callId, stage);
        List<RankedApplication> named = before.stream()
                .filter(each -> order.contains(each.applicationId()))
                .toList();
        boolean oneGroup = named.size() == order.size()
                && new HashSet<>(order).size() == order.size()
                && named.stream().allMatch(RankedApplication::tied)
                && named.stream().map(RankedApplication::position).distinct().count() == 1;
        boolean whole = oneGroup
                && before.stream()
                                .filter(each ->
                                        each.position() == named.getFirst().position())
                                .count()
                        == named.size();
        if (!whole) {
            throw new ProblemException(
                    CallsProblem.NOT_TIED,
                    "Name every application of one group that is equal to the end, and no other.");
        }
        UUID id = Ids.next();
        rows.decide(id, callId, stage, order, reason, caller.subject());
        List<UUID> tied = named.stream().map(RankedApplication::applicationId).toList();
        audit.record("ranking.decide-tie", "call", callId, tied, order, reason);
        return seen(callId, stage);
    }

    private void requireBody(Call call, Stage stage, List<UUID> order) {
        DecisionRules rules = call.terms().decision();
        boolean officer = caller.hasRole(Roles.PROGRAMME_OFFICER);
        if (officer && stage == Stage.CONCEPT_NOTE) {
            return;
        }
        if (rules != null && rules.body() == DecisionRules.Body.COMMITTEE) {
            seats.requireSession(call.id(), order, rules.quorum());
        } else if (!officer) {
            throw new ProblemException(CallsProblem.WRONG_BODY, "In this call the programme officer decides.");
        }
    }

    /** @throws ProblemException 409 while the application stands equal with others and the money does not reach for all */
    public void refuseOpenTie(UUID callId, UUID applicationId) {
        boolean open = ranking(callId, Stage.FULL_APPLICATION).stream()
                .anyMatch(each ->
                        each.applicationId().equals(applicationId) && each.standing() == Standing.TIE_TO_DECIDE);
        if (open) {
            throw new ProblemException(
                    CallsProblem.TIE_UNDECIDED, "It stands equal with others and the money does not reach for all.");
        }
    }
}
