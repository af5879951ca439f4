package eu.mpf.calls.call;

import eu.mpf.calls.scoring.BalanceRule;
import eu.mpf.calls.scoring.Cut;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on awards, and how.
 *
 * @param quorum members present and without a conflict that a decision of the committee needs
 * @param cut how the ranking meets the money; nobody overtakes when absent
 * @param balance what the ranking keeps in balance beside merit
 * @param reserve what money that comes back does to the reserve list; it moves up when absent
 * @param redress what every letter says of how a decision can be challenged, unless the decision says it itself
 * @param review how a refusal can be reviewed; not at all when absent
 */
public record DecisionRules(
        @NotNull Body body,
        @Positive int quorum,
        @Nullable Cut cut,
        @Size(max = 20) List<@Valid BalanceRule> balance,
        @Nullable ReserveRule reserve,
        @Nullable LocalizedText redress,
        @Nullable @Valid ReviewRules review) {

    public DecisionRules {
        balance = balance == null ? List.of() : List.copyOf(balance);
    }

    public ReserveRule reserveOrDefault() {
        return reserve == null ? ReserveRule.MOVES_UP : reserve;
    }

    void faults(Violations faults) {
        Set<BalanceRule.By> seen = EnumSet.noneOf(BalanceRule.By.class);
        for (int i = 0; i < balance.size(); i++) {
            BalanceRule rule = balance.get(i);
            String pointer = "/decision/balance/" + i;
            faults.check(seen.add(rule.by()), pointer + "/by", "duplicate", "another rule balances by the same");
            faults.check(
                    rule.atLeast() != null || rule.atMost() != null, pointer, "empty", "say atLeast, atMost or both");
            faults.check(
                    rule.atLeast() == null || rule.atMost() == null || rule.atLeast() <= rule.atMost(),
                    pointer + "/atLeast",
                    "contradiction",
                    "at least more than at most");
        }
    }

    public Cut cutOrDefault() {
        return cut == null ? Cut.STRICT : cut;
    }

    /** The body that decides. */
    public enum Body {
        COMMITTEE,
        PROGRAMME_OFFICER
    }
}
