package eu.mpf.calls.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.scoring.BalanceRule.By;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ranking with balance rules and several purses. */
class BalanceTest {

    private static final List<String> PURSES = List.of("BMVI", "ISF");
    private static final List<String> REGIONS = List.of("east", "west", "south");

    @Test
    @Tag("C17")
    void atLeastOnePerRegionTakesTheBestOfARegionBeforeBetterOnesOfOthers() {
        Candidate first = candidate(1, 100, 15, "east");
        Candidate second = candidate(2, 100, 14, "east");
        Candidate west = candidate(3, 100, 11, "west");
        List<Ranked> ranked =
                rank(List.of(first, second, west), 200, Cut.STRICT, List.of(new BalanceRule(By.REGION, 1, null)));
        assertThat(standings(ranked))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        first.id(), Standing.RECOMMENDED,
                        second.id(), Standing.RESERVE,
                        west.id(), Standing.RECOMMENDED));
        assertThat(ranked)
                .extracting(Ranked::position)
                .as("merit orders all the same")
                .containsExactly(1, 2, 3);
        assertThat(ranked)
                .extracting(Ranked::balance)
                .containsExactly(BalanceEffect.PREFERRED, null, BalanceEffect.PREFERRED);
    }

    @Test
    @Tag("C17")
    void atMostSoManyPerCountryLeavesTheNextOfThatCountryOnTheReserveListAndHoldsUpNobody() {
        List<Candidate> four = List.of(
                candidate(1, 10, 15, "east"),
                candidate(2, 10, 14, "east"),
                candidate(3, 10, 13, "east"),
                candidate(4, 10, 12, "west"));
        List<Ranked> ranked = rank(four, 100, Cut.STRICT, List.of(new BalanceRule(By.REGION, null, 2)));
        assertThat(ranked)
                .extracting(Ranked::standing)
                .containsExactly(Standing.RECOMMENDED, Standing.RECOMMENDED, Standing.RESERVE, Standing.RECOMMENDED);
        assertThat(ranked.get(2).balance()).isEqualTo(BalanceEffect.CAPPED);
    }

    @Test
    @Tag("C17")
    void equalsOfDifferentPursesAreNoRivalsBecauseBothBelongToNoGroup() {
        Candidate rich = in("BMVI", 100, Map.of());
        Candidate poor = in("ISF", 100, Map.of());
        List<Ranked> ranked = Ranking.of(
                List.of(rich, poor),
                rules(Map.of("BMVI", new BigDecimal(100), "ISF", new BigDecimal(50)), Cut.STRICT, 1, null));
        assertThat(standings(ranked)).isEqualTo(Map.of(rich.id(), Standing.RECOMMENDED, poor.id(), Standing.RESERVE));
    }

    @Test
    @Tag("C17")
    void theOneThatCrossesTheLimitOfAPurseIsOneOfThatPurse() {
        Map<By, String> east = Map.of(By.REGION, "east");
        List<Candidate> equals = List.of(in("BMVI", 50, east), in("BMVI", 60, east), in("ISF", 10, east));
        Map<String, BigDecimal> money = Map.of("BMVI", new BigDecimal(65), "ISF", new BigDecimal(100));
        assertThat(Ranking.of(equals, rules(money, Cut.UNTIL_REACHED, null, 3)))
                .extracting(Ranked::standing)
                .containsOnly(Standing.RECOMMENDED);
        Map<String, BigDecimal> less = Map.of("BMVI", new BigDecimal(60), "ISF", new BigDecimal(100));
        assertThat(Ranking.of(equals, rules(less, Cut.UNTIL_REACHED, null, 3)))
                .extracting(Ranked::standing)
                .containsOnly(Standing.TIE_TO_DECIDE);
    }

    private static Candidate in(String purse, int requested, Map<By, String> groups) {
        return new Candidate(
                UUID.randomUUID(), purse, new BigDecimal(requested), Map.of(), BigDecimal.TEN, true, groups);
    }

    private static Ranking.Rules rules(
            Map<String, BigDecimal> money, Cut cut, @Nullable Integer atLeast, @Nullable Integer atMost) {
        return new Ranking.Rules(
                List.of(), List.of(), money, cut, List.of(new BalanceRule(By.REGION, atLeast, atMost)), Map.of());
    }

    @Test
    @Tag("C17")
    void whatIsAwardedAlreadyCounts() {
        Candidate east = candidate(1, 10, 15, "east");
        Ranking.Rules rules = new Ranking.Rules(
                List.of(),
                List.of(),
                Map.of("BMVI", new BigDecimal(100)),
                Cut.STRICT,
                List.of(new BalanceRule(By.REGION, null, 1)),
                Map.of(By.REGION, Map.of("east", 1)));
        assertThat(Ranking.of(List.of(east), rules))
                .extracting(Ranked::standing)
                .containsExactly(Standing.RESERVE);
    }

    @Test
    @Tag("C17")
    void equalsThatCompeteForTheLastPlaceOfAGroupWaitForADecision() {
        Candidate one = candidate(1, 10, 15, "east");
        Candidate other = candidate(2, 10, 15, "east");
        List<BalanceRule> once = List.of(new BalanceRule(By.REGION, null, 1));
        assertThat(rank(List.of(one, other), 100, Cut.STRICT, once))
                .allMatch(each -> each.standing() == Standing.TIE_TO_DECIDE);
        List<Ranked> decided = Ranking.of(
                List.of(one, other),
                new Ranking.Rules(
                        List.of(),
                        List.of(other.id(), one.id()),
                        Map.of("BMVI", new BigDecimal(100)),
                        Cut.STRICT,
                        once,
                        Map.of()));
        assertThat(standings(decided))
                .containsEntry(other.id(), Standing.RECOMMENDED)
                .containsEntry(one.id(), Standing.RESERVE);
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("C17")
    void neverAboveTheMoneyOfAPurseNorAboveTheMostOfAGroup(
            @ForAll long seed, @ForAll @IntRange(max = 14) int size, @ForAll @IntRange(max = 150) int money) {
        Random random = new Random(seed);
        List<Candidate> candidates = candidates(random, size);
        BalanceRule rule = rule(random);
        for (Cut cut : List.of(Cut.STRICT, Cut.SKIP)) {
            List<Candidate> taken = recommended(rank(candidates, money, cut, List.of(rule)));
            for (String purse : PURSES) {
                int sum = taken.stream()
                        .filter(each -> each.purse().equals(purse))
                        .mapToInt(each -> each.requested().intValueExact())
                        .sum();
                assertThat(sum).isLessThanOrEqualTo(money);
            }
            Integer most = rule.atMost();
            if (most != null) {
                Map<String, Long> byRegion = taken.stream()
                        .collect(Collectors.groupingBy(each -> each.groups().get(By.REGION), Collectors.counting()));
                assertThat(byRegion.values()).allMatch(count -> count <= most);
            }
        }
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("C17")
    void theOrderOfInputNeverMattersAndEverybodyHasOnePlace(
            @ForAll long seed, @ForAll @IntRange(max = 14) int size, @ForAll @IntRange(max = 150) int money) {
        Random random = new Random(seed);
        List<Candidate> candidates = candidates(random, size);
        List<BalanceRule> rules = List.of(rule(random));
        Cut cut = Cut.values()[random.nextInt(Cut.values().length)];
        List<Ranked> ranked = rank(candidates, money, cut, rules);
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        assertThat(rank(shuffled, money, cut, rules)).isEqualTo(ranked);
        assertThat(ranked).extracting(Ranked::candidate).containsExactlyInAnyOrderElementsOf(candidates);
        for (int i = 1; i < ranked.size(); i++) {
            Ranked before = ranked.get(i - 1);
            Ranked after = ranked.get(i);
            assertThat(after.position()).isGreaterThanOrEqualTo(before.position());
            assertThat(after.position() == before.position())
                    .as("a position is shared by equals alone")
                    .isEqualTo(after.tied()
                            && before.tied()
                            && after.candidate()
                                            .total()
                                            .compareTo(before.candidate().total())
                                    == 0
                            && after.candidate().passes() == before.candidate().passes());
        }
    }

    /** Below the threshold, or after another purse's money: it is nothing to the others whether it is there. */
    @Property(tries = 500)
    @net.jqwik.api.Tag("C17")
    void anIrrelevantApplicationChangesNothingForTheOthers(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size, @ForAll @IntRange(max = 150) int money) {
        Random random = new Random(seed);
        List<Candidate> candidates = candidates(random, size);
        List<BalanceRule> rules = List.of(rule(random));
        Cut cut = Cut.values()[random.nextInt(Cut.values().length)];
        Candidate gone = candidates.get(random.nextInt(size));
        List<Candidate> rest =
                candidates.stream().filter(each -> !each.equals(gone)).toList();
        if (!gone.passes()) {
            Map<UUID, Standing> with = standings(rank(candidates, money, cut, rules));
            with.remove(gone.id());
            assertThat(standings(rank(rest, money, cut, rules))).isEqualTo(with);
        }
        Map<UUID, Standing> unbalanced = standings(rank(candidates, money, cut, List.of()));
        Map<UUID, Standing> without = standings(rank(rest, money, cut, List.of()));
        rest.stream()
                .filter(each -> !each.purse().equals(gone.purse()))
                .forEach(each -> assertThat(without.get(each.id())).isEqualTo(unbalanced.get(each.id())));
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("C17")
    void whatIsRecommendedBeforeTiesAreDecidedStaysRecommendedHoweverTheyAre(
            @ForAll long seed, @ForAll @IntRange(max = 10) int size, @ForAll @IntRange(max = 150) int money) {
        Random random = new Random(seed);
        List<Candidate> candidates = candidates(random, size);
        List<BalanceRule> rules = List.of(rule(random));
        List<UUID> order =
                new ArrayList<>(candidates.stream().map(Candidate::id).toList());
        Collections.shuffle(order, random);
        for (Cut cut : Cut.values()) {
            List<Candidate> before = recommended(rank(candidates, money, cut, rules));
            List<Ranked> decided =
                    Ranking.of(candidates, new Ranking.Rules(List.of(), order, money(money), cut, rules, Map.of()));
            assertThat(decided).noneMatch(each -> each.standing() == Standing.TIE_TO_DECIDE || each.tied());
            assertThat(recommended(decided)).containsAll(before);
        }
    }

    private static BalanceRule rule(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new BalanceRule(By.REGION, 1, null);
            case 1 -> new BalanceRule(By.REGION, null, 1 + random.nextInt(2));
            default -> new BalanceRule(By.REGION, 1, 2);
        };
    }

    private static List<Candidate> candidates(Random random, int size) {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(new Candidate(
                    new UUID(0, i),
                    PURSES.get(random.nextInt(2)),
                    new BigDecimal(10 + 10 * random.nextInt(6)),
                    Map.of(),
                    new BigDecimal(random.nextInt(5)),
                    random.nextInt(5) > 0,
                    Map.of(By.REGION, REGIONS.get(random.nextInt(3)))));
        }
        return all;
    }

    private static Candidate candidate(long id, int requested, int total, String region) {
        return new Candidate(
                new UUID(0, id),
                "BMVI",
                new BigDecimal(requested),
                Map.of(),
                new BigDecimal(total),
                true,
                Map.of(By.REGION, region));
    }

    private static Map<String, BigDecimal> money(int money) {
        return Map.of("BMVI", new BigDecimal(money), "ISF", new BigDecimal(money));
    }

    private static List<Ranked> rank(List<Candidate> candidates, int money, Cut cut, List<BalanceRule> rules) {
        return Ranking.of(candidates, new Ranking.Rules(List.of(), List.of(), money(money), cut, rules, Map.of()));
    }

    private static List<Candidate> recommended(List<Ranked> ranked) {
        return ranked.stream()
                .filter(each -> each.standing() == Standing.RECOMMENDED)
                .map(Ranked::candidate)
                .toList();
    }

    private static Map<UUID, Standing> standings(List<Ranked> ranked) {
        Map<UUID, Standing> standings = new HashMap<>();
        ranked.forEach(each -> standings.put(each.candidate().id(), each.standing()));
        return standings;
    }
}
