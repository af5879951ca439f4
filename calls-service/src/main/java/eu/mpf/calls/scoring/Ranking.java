package eu.mpf.calls.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Orders candidates by total, then by the tie-breaks of the scheme, then by an explicit decision; and cuts the order by
 * the money of each purse and by balance. The same input gives the same output whatever the order it comes in.
 */
public final class Ranking {

    private Ranking() {}

    /**
     * By what a ranking is made, beside the candidates.
     *
     * @param decided applications in the order somebody decided for ties that no criterion separates
     * @param awarded how many of each group hold an award already
     */
    public record Rules(
            List<String> tieBreaks,
            List<UUID> decided,
            Map<String, BigDecimal> available,
            Cut cut,
            List<BalanceRule> balance,
            Map<BalanceRule.By, Map<String, Integer>> awarded) {

        /** Without balance. */
        public Rules(List<String> tieBreaks, List<UUID> decided, Map<String, BigDecimal> available, Cut cut) {
            this(tieBreaks, decided, available, cut, List.of(), Map.of());
        }
    }

    public static List<Ranked> of(List<Candidate> candidates, Rules rules) {
        List<Place> places = places(candidates, rules);
        Allocation allocation =
                new Allocation(rules.available(), rules.cut(), new BalanceTally(rules.balance(), rules.awarded()));
        places.forEach(place -> allocation.prefer(place.equals()));
        places.forEach(place -> allocation.settle(place.equals()));
        List<Ranked> ranked = new ArrayList<>();
        for (Place place : places) {
            for (Candidate candidate : place.equals()) {
                Allocation.Outcome outcome = allocation.outcome(candidate);
                ranked.add(new Ranked(
                        place.position(),
                        candidate,
                        outcome.standing(),
                        place.equals().size() > 1,
                        outcome.balance()));
            }
        }
        return List.copyOf(ranked);
    }

    /** A position and who shares it. */
    private record Place(int position, List<Candidate> equals) {}

    private static List<Place> places(List<Candidate> candidates, Rules rules) {
        List<Place> places = new ArrayList<>();
        int position = 1;
        for (List<Candidate> equal : equals(candidates, rules.tieBreaks())) {
            List<UUID> ids = equal.stream().map(Candidate::id).toList();
            if (equal.size() > 1 && rules.decided().containsAll(ids)) {
                equal.sort(Comparator.comparing(candidate -> rules.decided().indexOf(candidate.id())));
                for (Candidate candidate : equal) {
                    places.add(new Place(position++, List.of(candidate)));
                }
            } else {
                places.add(new Place(position, List.copyOf(equal)));
                position += equal.size();
            }
        }
        return places;
    }

    private static List<List<Candidate>> equals(List<Candidate> candidates, List<String> tieBreaks) {
        Comparator<Candidate> merit = merit(tieBreaks);
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

    private static Comparator<Candidate> merit(List<String> tieBreaks) {
        Comparator<Candidate> merit = Comparator.comparing(Candidate::passes)
                .reversed()
                .thenComparing(Candidate::total, Comparator.reverseOrder());
        for (String criterion : tieBreaks) {
            merit = merit.thenComparing(
                    candidate -> candidate.marks().getOrDefault(criterion, BigDecimal.ZERO), Comparator.reverseOrder());
        }
        return merit;
    }
}
