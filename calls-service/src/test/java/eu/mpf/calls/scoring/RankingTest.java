package eu.mpf.calls.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final String PURSE = "BMVI";

    @Test
    @Tag("C17")
    void tieBreaksSeparateInTheirOrder() {
        Candidate better = candidate(100, 12, Map.of("relevance", 5, "impact", 3));
        Candidate worse = candidate(100, 12, Map.of("relevance", 4, "impact", 5));
        List<Ranked> ranked = rank(List.of(worse, better), 100, Cut.STRICT, List.of());
        assertThat(ranked).extracting(Ranked::candidate).containsExactly(better, worse);
        assertThat(ranked).extracting(Ranked::standing).containsExactly(Standing.RECOMMENDED, Standing.RESERVE);
    }

    @Test
    @Tag("C17")
    void equalToTheEndNeedsADecisionWhereTheMoneyDoesNotReachForAll() {
        Candidate one = candidate(100, 12, Map.of());
        Candidate other = candidate(100, 12, Map.of());
        assertThat(rank(List.of(one, other), 150, Cut.STRICT, List.of()))
                .allMatch(each -> each.tied() && each.standing() == Standing.TIE_TO_DECIDE && each.position() == 1);
        assertThat(rank(List.of(one, other), 200, Cut.STRICT, List.of()))
                .allMatch(each -> each.standing() == Standing.RECOMMENDED);
        List<Ranked> decided = rank(List.of(one, other), 150, Cut.STRICT, List.of(other.id(), one.id()));
        assertThat(decided).extracting(Ranked::candidate).containsExactly(other, one);
        assertThat(decided).extracting(Ranked::position).containsExactly(1, 2);
        assertThat(decided).noneMatch(Ranked::tied);
        assertThat(decided).extracting(Ranked::standing).containsExactly(Standing.RECOMMENDED, Standing.RESERVE);
    }

    @Test
    @Tag("C17")
    void inAStrictCutNobodyOvertakesAndInASkippingOneTheSmallerMay() {
        List<Candidate> three =
                List.of(candidate(80, 15, Map.of()), candidate(50, 14, Map.of()), candidate(20, 13, Map.of()));
        assertThat(rank(three, 100, Cut.STRICT, List.of()))
                .extracting(Ranked::standing)
                .containsExactly(Standing.RECOMMENDED, Standing.RESERVE, Standing.RESERVE);
        assertThat(rank(three, 100, Cut.SKIP, List.of()))
                .extracting(Ranked::standing)
                .containsExactly(Standing.RECOMMENDED, Standing.RESERVE, Standing.RECOMMENDED);
    }

    @Test
    @Tag("C17")
    void preselectionTakesNotesUntilTheSumReachesTheLimit() {
        List<Candidate> four = List.of(
                candidate(90, 15, Map.of()),
                candidate(90, 14, Map.of()),
                candidate(90, 13, Map.of()),
                candidate(90, 12, Map.of()));
        assertThat(rank(four, 200, Cut.UNTIL_REACHED, List.of()))
                .extracting(Ranked::standing)
                .containsExactly(Standing.RECOMMENDED, Standing.RECOMMENDED, Standing.RECOMMENDED, Standing.RESERVE);
        assertThat(rank(four, 180, Cut.UNTIL_REACHED, List.of()))
                .extracting(Ranked::standing)
                .containsExactly(Standing.RECOMMENDED, Standing.RECOMMENDED, Standing.RESERVE, Standing.RESERVE);
    }

    @Property(tries = 300)
    @net.jqwik.api.Tag("C17")
    void theRecommendedNeverAskForMoreThanThereIsAndTheOrderOfInputDoesNotMatter(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 60) Integer> requests,
            @ForAll @IntRange(max = 200) int money,
            @ForAll Cut cut,
            @ForAll long seed) {
        List<Candidate> candidates = new ArrayList<>();
        Random random = new Random(seed);
        for (int request : requests) {
            candidates.add(candidate(request, random.nextInt(4), Map.of("relevance", random.nextInt(3))));
        }
        List<Ranked> ranked = rank(candidates, money, cut, List.of());
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        assertThat(rank(shuffled, money, cut, List.of())).isEqualTo(ranked);
        assertThat(ranked).hasSameSizeAs(candidates);
        int granted = ranked.stream()
                .filter(each -> each.standing() == Standing.RECOMMENDED)
                .mapToInt(each -> each.candidate().requested().intValueExact())
                .sum();
        if (cut != Cut.UNTIL_REACHED) {
            assertThat(granted).isLessThanOrEqualTo(money);
        }
        assertThat(ranked)
                .isSortedAccordingTo(
                        (a, b) -> b.candidate().total().compareTo(a.candidate().total()));
    }

    private static List<Ranked> rank(List<Candidate> candidates, int money, Cut cut, List<UUID> decided) {
        return Ranking.of(
                candidates,
                new Ranking.Rules(List.of("relevance", "impact"), decided, Map.of(PURSE, new BigDecimal(money)), cut));
    }

    private static Candidate candidate(int requested, int total, Map<String, Integer> marks) {
        Map<String, BigDecimal> exact = new java.util.HashMap<>();
        marks.forEach((code, mark) -> exact.put(code, new BigDecimal(mark)));
        return new Candidate(
                UUID.randomUUID(), PURSE, new BigDecimal(requested), exact, new BigDecimal(total), true, Map.of());
    }
}
