package eu.mpf.calls.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Meets an order of candidates with the money of each purse and the balance rules. Equals share one standing where any
 * order among them would give it to each; else they wait for a decision.
 */
final class Allocation {

    /** What a candidate got. */
    record Outcome(Standing standing, @Nullable BalanceEffect balance) {}

    private final Map<String, BigDecimal> left;
    private final Cut cut;
    private final BalanceTally balance;
    /** Purses that nobody behind gets anything from. */
    private final Set<String> ended = new HashSet<>();
    /** Purses of which nobody knows what an open tie leaves. */
    private final Set<String> open = new HashSet<>();

    private final Map<UUID, Outcome> outcomes = new HashMap<>();

    Allocation(Map<String, BigDecimal> available, Cut cut, BalanceTally balance) {
        this.left = new HashMap<>(available);
        this.cut = cut;
        this.balance = balance;
    }

    Outcome outcome(Candidate candidate) {
        return Objects.requireNonNull(outcomes.get(candidate.id()));
    }

    /** First round: those whom a group lacks. @param equals of one standing by merit, in the order of merit */
    void prefer(List<Candidate> equals) {
        List<Candidate> wanted = new ArrayList<>(equals.stream()
                .filter(candidate -> candidate.passes() && balance.wants(candidate) && possible(candidate))
                .toList());
        wanted.removeAll(uncertain(wanted));
        for (List<Candidate> rivals : rivals(wanted)) {
            if (reaches(rivals) && balance.allows(rivals) && balance.wantsAll(rivals)) {
                rivals.forEach(each -> take(each, BalanceEffect.PREFERRED));
            } else {
                leaveOpen(rivals);
            }
        }
    }

    /** Second round: everybody else. */
    void settle(List<Candidate> equals) {
        List<Candidate> rest = new ArrayList<>();
        for (Candidate candidate : equals) {
            if (!candidate.passes()) {
                outcomes.put(candidate.id(), new Outcome(Standing.BELOW_THRESHOLD, null));
            } else if (!outcomes.containsKey(candidate.id())) {
                rest.add(candidate);
            }
        }
        // Who cannot be taken in any order, and would not stop the others either, is no rival of theirs.
        for (Candidate candidate : List.copyOf(rest)) {
            if (!possible(candidate) && !stops(candidate)) {
                reserve(candidate);
                rest.remove(candidate);
            }
        }
        for (Candidate candidate : uncertain(rest)) {
            outcomes.put(candidate.id(), new Outcome(Standing.RESERVE, null));
            rest.remove(candidate);
        }
        for (List<Candidate> rivals : rivals(rest)) {
            if (reaches(rivals) && balance.allows(rivals)) {
                rivals.forEach(each -> take(each, null));
            } else if (rivals.stream().noneMatch(this::possible)) {
                rivals.forEach(this::reserve);
            } else {
                leaveOpen(rivals);
            }
        }
    }

    /**
     * Those whose money or group an open tie may still take: nothing can be told to them, nor, in turn, to anybody behind
     * them who asks the same money or belongs to the same group.
     */
    private List<Candidate> uncertain(List<Candidate> candidates) {
        List<Candidate> found = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<Candidate> next = candidates.stream()
                    .filter(each -> !found.contains(each) && (open.contains(each.purse()) || balance.open(each)))
                    .toList();
            next.forEach(this::blur);
            more = found.addAll(next);
        }
        return found;
    }

    private void blur(Candidate candidate) {
        open.add(candidate.purse());
        balance.leaveOpen(candidate);
    }

    private boolean possible(Candidate candidate) {
        return reaches(List.of(candidate)) && balance.allows(List.of(candidate));
    }

    /** Whether the money reaches for all of them in whatever order they come. */
    private boolean reaches(Collection<Candidate> candidates) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Candidate candidate : candidates) {
            sums.merge(candidate.purse(), candidate.requested(), BigDecimal::add);
        }
        return sums.entrySet().stream().allMatch(each -> {
            String purse = each.getKey();
            BigDecimal money = left.getOrDefault(purse, BigDecimal.ZERO);
            if (ended.contains(purse)) {
                return false;
            }
            // The one that crosses the limit is still taken: only what comes before the last must stay below it.
            return cut == Cut.UNTIL_REACHED
                    ? each.getValue().subtract(smallest(candidates, purse)).compareTo(money) < 0
                    : each.getValue().compareTo(money) <= 0;
        });
    }

    private static BigDecimal smallest(Collection<Candidate> candidates, String purse) {
        return candidates.stream()
                .filter(candidate -> candidate.purse().equals(purse))
                .map(Candidate::requested)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private void take(Candidate candidate, @Nullable BalanceEffect effect) {
        left.merge(candidate.purse(), candidate.requested().negate(), BigDecimal::add);
        balance.take(candidate);
        outcomes.put(candidate.id(), new Outcome(Standing.RECOMMENDED, effect));
    }

    private void reserve(Candidate candidate) {
        boolean capped = !balance.allows(List.of(candidate));
        if (stops(candidate)) {
            ended.add(candidate.purse());
        }
        outcomes.put(candidate.id(), new Outcome(Standing.RESERVE, capped ? BalanceEffect.CAPPED : null));
    }

    /** Whether nobody overtakes this one, for whom the money does not reach; one whose group is full holds up nobody. */
    private boolean stops(Candidate candidate) {
        return cut == Cut.STRICT
                && !ended.contains(candidate.purse())
                && !reaches(List.of(candidate))
                && balance.allows(List.of(candidate));
    }

    private void leaveOpen(List<Candidate> rivals) {
        for (Candidate candidate : rivals) {
            outcomes.put(candidate.id(), new Outcome(Standing.TIE_TO_DECIDE, null));
            blur(candidate);
        }
    }

    /** Splits equals into those that compete with each other, for money or for a place in a group. */
    private List<List<Candidate>> rivals(List<Candidate> equals) {
        List<List<Candidate>> parts = new ArrayList<>();
        Set<Candidate> open = new LinkedHashSet<>(equals);
        while (!open.isEmpty()) {
            List<Candidate> part = new ArrayList<>();
            part.add(open.iterator().next());
            open.remove(part.getFirst());
            for (int i = 0; i < part.size(); i++) {
                Candidate member = part.get(i);
                List<Candidate> more =
                        open.stream().filter(other -> competes(member, other)).toList();
                part.addAll(more);
                more.forEach(open::remove);
            }
            parts.add(part);
        }
        return parts;
    }

    private boolean competes(Candidate one, Candidate other) {
        return one.purse().equals(other.purse())
                || balance.groups(one).stream().anyMatch(balance.groups(other)::contains);
    }
}
