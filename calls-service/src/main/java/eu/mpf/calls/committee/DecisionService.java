package eu.mpf.calls.committee;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Applications;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.DecisionRules;
import eu.mpf.calls.grant.GrantService;
import eu.mpf.calls.ranking.RankingService;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Money;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides: the decision, the grant, its money and the events are one transaction. */
@ApplicationScoped
@Transactional
public class DecisionService {

    private final Applications applications;
    private final ApplicationService applicationService;
    private final Calls calls;
    private final Meetings meetings;
    private final RankingService ranking;
    private final GrantService grants;

    DecisionService(
            Applications applications,
            ApplicationService applicationService,
            Calls calls,
            Meetings meetings,
            RankingService ranking,
            GrantService grants) {
        this.applications = applications;
        this.applicationService = applicationService;
        this.calls = calls;
        this.meetings = meetings;
        this.ranking = ranking;
        this.grants = grants;
    }

    /** What is to be decided, and on which meeting's vote it rests. */
    public record Proposal(
            Decision.Outcome outcome,
            @Nullable UUID meetingId,
            String reasons,
            @Nullable String redress,
            @Nullable Money amount,
            @Nullable Recommendation recommendation) {}

    /** @throws ProblemException 409 when another body decides, without quorum or majority, in an open tie, or without money */
    public Application decide(UUID applicationId, long version, Proposal proposal) {
        Application application = applications.handedIn(applicationId);
        Versions.check(version, application.version());
        application.requireDecidable(proposal.outcome());
        Call call = calls.get(application.callId());
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        AgendaItem voted = voted(application, proposal, call);
        Money amount = amount(application, proposal, voted);
        Recommendation recommendation = recommendation(proposal, voted);
        boolean rejected = proposal.outcome() == Decision.Outcome.REJECT;
        UUID grantId = null;
        if (proposal.outcome() == Decision.Outcome.AWARD) {
            ranking.refuseOpenTie(call.id(), applicationId);
            grantId = grants.award(application, amount, recommendation.conditions(), now)
                    .id();
        }
        return applicationService.decide(
                applicationId,
                new Decision(
                        proposal.outcome(),
                        now,
                        rules(call).body().name(),
                        proposal.meetingId(),
                        proposal.reasons(),
                        proposal.redress(),
                        rejected ? null : amount,
                        grantId,
                        recommendation.risks(),
                        rejected ? List.of() : recommendation.conditions()));
    }

    private static Recommendation recommendation(Proposal proposal, @Nullable AgendaItem voted) {
        Recommendation own = proposal.recommendation();
        if (voted != null && own != null) {
            throw ProblemException.invalid(
                    "/recommendation", "voted", "the committee voted on the recommendation of the agenda");
        }
        return voted != null ? voted.recommendationOrNone() : own == null ? Recommendation.NONE : own;
    }

    private static Money amount(Application application, Proposal proposal, @Nullable AgendaItem voted) {
        Money requested = application.content().euShare();
        if (requested == null) {
            throw new ProblemException(CallsProblem.APPLICATION_STATE, "It asks for no amount.");
        }
        Money byVote = voted == null ? null : voted.amount();
        Money amount = byVote != null ? byVote : proposal.amount() != null ? proposal.amount() : requested;
        boolean within = amount.currency().equals(requested.currency())
                && amount.amount().signum() > 0
                && amount.compareTo(requested) <= 0;
        if (!within) {
            throw ProblemException.invalid("/amount", "not-requested", "at most what was asked for: " + requested);
        }
        return amount;
    }

    /** What the committee carried, where it decides. */
    private @Nullable AgendaItem voted(Application application, Proposal proposal, Call call) {
        DecisionRules rules = rules(call);
        UUID meetingId = proposal.meetingId();
        boolean byCommittee = rules.body() == DecisionRules.Body.COMMITTEE;
        if (byCommittee != (meetingId != null)) {
            throw new ProblemException(
                    CallsProblem.WRONG_BODY,
                    "In this call decides: " + rules.body() + (byCommittee ? ", in a meeting." : "."));
        }
        if (meetingId == null) {
            return null;
        }
        Meeting meeting = meetings.shared(meetingId);
        if (!meeting.callId().equals(call.id())) {
            throw ProblemException.notFound("meeting", meetingId);
        }
        AgendaItem item = meeting.carried(
                application.id(), rules.quorum(), meetings.votes(meetingId).getOrDefault(application.id(), Map.of()));
        if (item.proposal() != proposal.outcome()) {
            throw new ProblemException(CallsProblem.NOT_CARRIED, "The vote was on " + item.proposal() + ".");
        }
        return item;
    }

    private static DecisionRules rules(Call call) {
        DecisionRules rules = call.terms().decision();
        if (rules == null) {
            throw new ProblemException(CallsProblem.WRONG_BODY, "The call names no body that decides.");
        }
        return rules;
    }
}
