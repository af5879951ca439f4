package eu.mpf.calls.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Orders candidates by total, then by the tie-breaks of the scheme, then by an explicit decision; and cuts the order by
 * the money of each purse. The same input gives the same output whatever the order it comes in.
 */
public final class Ranking {

    private final List<String> tieBreaks;
    private final List<UUID> decided;
    private final Cut cut;
    private final Map<String, BigDecimal> left;
    private final Set<String> ended = new HashSet<>();
    private final List<Ranked> ranked = new ArrayList<>();

    private Ranking(List<String> tieBreaks, List<UUID> decided, Map<String, BigDecimal> available, Cut cut) {
        this.tieBreaks = tieBreaks;
        this.decided = decided;
        this.left = new HashMap<>(available);
        this.cut = cut;
    }

    /** @param decided applications in the order somebody decided for ties that no criterion separates */
    public static List<Ranked> of(
            List<Candidate> candidates,
            List<String> tieBreaks,
            List<UUID> decided,
            Map<String, BigDecimal> available,
            Cut cut) {
        Ranking ranking = new Ranking(tieBreaks, decided, available, cut);
        for (List<Candidate> equal : ranking.groups(candidates)) {
            ranking.place(equal);
        }
        return List.copyOf(ranking.ranked);
    }

    private List<List<Candidate>> groups(List<Candidate> candidates) {
        Comparator<Candidate> merit = merit();
        List<Candidate> order = new ArrayList<>(candidates);
        order.sort(merit.thenComparing(Candidate::id));
        List<List<Candidate>> groups = new ArrayList<>();
        for (Candidate candidate : order) {
            boolean equal = !groups.isEmpty() && merit.compare(groups.getLast().getFirst(), candidate) == 0;
            if (!equal) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(candidate);
        }
        return groups;
    }

    private Comparator<Candidate> merit() {
        Comparator<Candidate> merit = Comparator.comparing(Candidate::passes)
                .reversed()
                .thenComparing(Candidate::total, Comparator.reverseOrder());
        for (String criterion : tieBreaks) {
            merit = merit.thenComparing(
                    candidate -> candidate.marks().getOrDefault(criterion, BigDecimal.ZERO), Comparator.reverseOrder());
        }
        return merit;
    }

    private void place(List<Candidate> equal) {
        int first = ranked.size() + 1;
        boolean separated =
                decided.containsAll(equal.stream().map(Candidate::id).toList());
        if (equal.size() == 1 || separated) {
            equal.sort(Comparator.comparing(candidate -> decided.indexOf(candidate.id())));
            int position = first;
            for (Candidate candidate : equal) {
                ranked.add(new Ranked(position++, candidate, standing(candidate), false));
            }
            return;
        }
        Map<String, Standing> byPurse = new HashMap<>();
        for (Candidate candidate : equal) {
            String purse = candidate.purse();
            Standing standing = byPurse.computeIfAbsent(purse, p -> together(peers(equal, p)));
            ranked.add(new Ranked(first, candidate, standing, true));
        }
    }

    private static List<Candidate> peers(List<Candidate> equal, String purse) {
        return equal.stream().filter(other -> other.purse().equals(purse)).toList();
    }

    /** Equals that ask the same purse share one standing if any order among them would give it to each. */
    private Standing together(List<Candidate> peers) {
        if (!peers.getFirst().passes()) {
            return Standing.BELOW_THRESHOLD;
        }
        String purse = peers.getFirst().purse();
        BigDecimal money = left(purse);
        BigDecimal sum = peers.stream().map(Candidate::requested).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal largest = peers.stream()
                .map(Candidate::requested)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        BigDecimal smallest = peers.stream()
                .map(Candidate::requested)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        boolean closed = ended.contains(purse);
        boolean all =
                cut == Cut.UNTIL_REACHED ? sum.subtract(smallest).compareTo(money) < 0 : sum.compareTo(money) <= 0;
        boolean none = cut == Cut.UNTIL_REACHED ? money.signum() <= 0 : smallest.compareTo(money) > 0;
        if (closed || none) {
            if (cut == Cut.STRICT) {
                ended.add(purse);
            }
            return Standing.RESERVE;
        }
        if (all || peers.size() == 1 && largest.compareTo(money) <= 0) {
            left.put(purse, money.subtract(sum));
            return Standing.RECOMMENDED;
        }
        // Nobody behind an open tie can be told anything before it is decided.
        ended.add(purse);
        return Standing.TIE_TO_DECIDE;
    }

    private Standing standing(Candidate candidate) {
        return together(List.of(candidate));
    }

    private BigDecimal left(String purse) {
        return left.getOrDefault(purse, BigDecimal.ZERO);
    }
}
