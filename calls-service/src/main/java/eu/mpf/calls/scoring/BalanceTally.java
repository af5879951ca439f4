package eu.mpf.calls.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many of each group are taken, and what the balance rules say of one more. */
final class BalanceTally {

    /** One group of one rule, for example REGION eastern-partnership. */
    record Group(BalanceRule.By by, String value) {}

    private final List<BalanceRule> rules;
    private final Map<Group, Integer> taken;
    private final Set<Group> open;

    BalanceTally(List<BalanceRule> rules, Map<BalanceRule.By, Map<String, Integer>> before) {
        this.rules = rules;
        this.taken = new HashMap<>();
        this.open = new HashSet<>();
        before.forEach((by, counts) -> counts.forEach((value, count) -> taken.put(new Group(by, value), count)));
    }

    private BalanceTally(BalanceTally other) {
        this.rules = other.rules;
        this.taken = new HashMap<>(other.taken);
        this.open = other.open;
    }

    /** The groups of a candidate that a rule looks at. */
    List<Group> groups(Candidate candidate) {
        return rules.stream()
                .map(rule -> group(rule, candidate))
                .filter(group -> group != null)
                .toList();
    }

    private static @Nullable Group group(BalanceRule rule, Candidate candidate) {
        String value = candidate.groups().get(rule.by());
        return value == null ? null : new Group(rule.by(), value);
    }

    /** Whether some group still lacks this candidate. */
    boolean wants(Candidate candidate) {
        return rules.stream().anyMatch(rule -> {
            Group group = group(rule, candidate);
            Integer least = rule.atLeast();
            return group != null && least != null && count(group) < least;
        });
    }

    /** Whether each of them is still wanted once all the others are taken: then their order makes no difference. */
    boolean wantsAll(Collection<Candidate> candidates) {
        return candidates.stream().allMatch(candidate -> {
            BalanceTally rest = new BalanceTally(this);
            candidates.stream().filter(other -> !other.equals(candidate)).forEach(rest::take);
            return rest.wants(candidate);
        });
    }

    /** Whether all of them may be taken without any group passing its most. */
    boolean allows(Collection<Candidate> candidates) {
        for (BalanceRule rule : rules) {
            Integer most = rule.atMost();
            Map<Group, Integer> more = new HashMap<>();
            for (Candidate candidate : candidates) {
                Group group = group(rule, candidate);
                if (group != null) {
                    more.merge(group, 1, Integer::sum);
                }
            }
            for (Map.Entry<Group, Integer> each : more.entrySet()) {
                if (most != null && count(each.getKey()) + each.getValue() > most) {
                    return false;
                }
            }
        }
        return true;
    }

    void take(Candidate candidate) {
        groups(candidate).forEach(group -> taken.merge(group, 1, Integer::sum));
    }

    /** Nobody knows how many of these groups an open tie takes. */
    void leaveOpen(Candidate candidate) {
        open.addAll(groups(candidate));
    }

    boolean open(Candidate candidate) {
        return groups(candidate).stream().anyMatch(open::contains);
    }

    private int count(Group group) {
        return taken.getOrDefault(group, 0);
    }
}
