package eu.mpf.calls.grant;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Applications;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.call.DecisionRules;
import eu.mpf.calls.call.ReserveRule;
import eu.mpf.calls.fund.Purse;
import eu.mpf.calls.ranking.RankingService;
import eu.mpf.calls.scoring.Cut;
import eu.mpf.calls.scoring.Standing;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who moves up when the money of a purse is free again. */
@ApplicationScoped
class ReserveList {

    private final Applications applications;
    private final RankingService ranking;

    ReserveList(Applications applications, RankingService ranking) {
        this.applications = applications;
        this.ranking = ranking;
    }

    /**
     * Locks those on the reserve list of a purse. Taken before the purse's own row, as a decision takes them too: then
     * no two transactions can wait for each other.
     */
    List<Application> lock(UUID callId, Purse purse, @Nullable DecisionRules rules) {
        boolean movesUp = rules != null && rules.reserveOrDefault() == ReserveRule.MOVES_UP;
        return movesUp ? applications.reserved(callId, purse.fund(), purse.lot()) : List.of();
    }

    /** In which order they move up, as far as the ranking recommends them now; those without a score come last. */
    List<Application> next(UUID callId, Purse purse, List<Application> locked, DecisionRules rules) {
        Map<UUID, Application> waiting = new HashMap<>();
        locked.forEach(application -> waiting.put(application.id(), application));
        List<Application> next = new ArrayList<>();
        boolean ended = false;
        for (RankingService.Reserve reserve : ranking.reserve(callId, purse)) {
            Application application = waiting.remove(reserve.applicationId());
            if (application != null && reserve.standing() == Standing.RECOMMENDED) {
                next.add(application);
            } else {
                ended = rules.cutOrDefault() == Cut.STRICT;
            }
        }
        if (!ended) {
            waiting.values().stream()
                    .sorted(Comparator.comparing(Application::updatedAt).thenComparing(Application::id))
                    .forEach(next::add);
        }
        return next;
    }

    /** What was decided for one on the list: the amount the body set, else what it asks for. */
    static @Nullable Money amount(Application application) {
        Decision decision = application.decision();
        Money decided = decision == null ? null : decision.amount();
        return decided == null ? application.content().euShare() : decided;
    }
}
