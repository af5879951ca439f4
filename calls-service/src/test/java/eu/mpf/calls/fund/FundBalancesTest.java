package eu.mpf.calls.fund;

import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.value.Money;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The balance rows against a model of them, with random movements; and against themselves, with many at once. */
@MpfTest
@Tag("C4")
class FundBalancesTest {

    private static final Purse BMVI = new Purse("BMVI", "");
    private static final Purse ISF = new Purse("ISF", "");

    @Inject
    FundBalances balances;

    /** What a purse should hold, in cents. */
    private static final class Model {
        long envelope = 6_000_000_00L;
        long reserved;
        long committed;
        final List<Long> awards = new ArrayList<>();
        final List<Long> grants = new ArrayList<>();
    }

    private static BigDecimal cents(long amount) {
        return BigDecimal.valueOf(amount, 2);
    }

    private static Money euro(long cents) {
        return new Money(cents(cents), "EUR");
    }

    private <T> T done(java.util.concurrent.Callable<T> movement) {
        return QuarkusTransaction.requiringNew().call(movement);
    }

    @Test
    void anySequenceOfMovementsEndsWhereTheModelEnds() {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            UUID call = UUID.fromString(openCall(terms()));
            Model model = new Model();
            for (int step = 0; step < 60; step++) {
                move(call, model, random);
                Balance now = balances.of(call).stream()
                        .filter(each -> each.purse().equals(BMVI))
                        .findFirst()
                        .orElseThrow();
                assertThat(now.reserved())
                        .as("seed " + seed + " step " + step)
                        .isEqualByComparingTo(cents(model.reserved));
                assertThat(now.committed()).isEqualByComparingTo(cents(model.committed));
                assertThat(now.envelope()).isEqualByComparingTo(cents(model.envelope));
                assertThat(now.available().signum()).isNotNegative();
            }
        }
    }

    private void move(UUID call, Model model, Random random) {
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                long amount = 1 + random.nextLong(1_500_000_00L);
                Optional<Balance> moved = done(() -> balances.reserve(call, BMVI, euro(amount)));
                boolean fits = model.envelope - model.reserved - model.committed >= amount;
                assertThat(moved.isPresent()).isEqualTo(fits);
                if (fits) {
                    model.reserved += amount;
                    model.awards.add(amount);
                }
            }
            case 2 -> {
                if (!model.awards.isEmpty()) {
                    long amount = model.awards.removeLast();
                    done(() -> balances.commit(call, BMVI, cents(amount)));
                    model.reserved -= amount;
                    model.committed += amount;
                    model.grants.add(amount);
                }
            }
            case 3 -> {
                if (!model.awards.isEmpty() && random.nextBoolean()) {
                    long amount = model.awards.removeLast();
                    done(() -> balances.releaseReserved(call, BMVI, cents(amount)));
                    model.reserved -= amount;
                } else if (!model.grants.isEmpty()) {
                    long amount = model.grants.removeLast();
                    done(() -> balances.releaseCommitted(call, BMVI, cents(amount)));
                    model.committed -= amount;
                }
            }
            default -> {
                long envelope = random.nextLong(8_000_000_00L);
                Optional<Balance> moved = done(() -> balances.setEnvelope(call, BMVI, euro(envelope), BigDecimal.ZERO));
                boolean fits = envelope >= model.reserved + model.committed;
                assertThat(moved.isPresent()).isEqualTo(fits);
                model.envelope = fits ? envelope : model.envelope;
            }
        }
    }

    @Test
    @Tag("rule-6")
    void howeverManyAwardAtOnceTheFundNeverGivesMoreThanItHas() {
        UUID call = UUID.fromString(openCall(terms()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var awards = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> done(() -> balances.reserve(call, BMVI, euro(250_000_01L)))
                                    .isPresent(),
                            threads))
                    .toList();
            long given = awards.stream().filter(CompletableFuture::join).count();
            assertThat(given)
                    .as("6,000,000.00 holds 250,000.01 twenty-three times")
                    .isEqualTo(23);
        }
        assertThat(Sql.value(
                        BigDecimal.class,
                        "SELECT reserved FROM fund_balance WHERE call_id = ?::uuid AND fund = 'BMVI'",
                        call.toString()))
                .isEqualByComparingTo("5750000.23");
        assertThatThrownBy(() -> Sql.execute(
                        "UPDATE fund_balance SET reserved = 6000000.01 WHERE call_id = ?::uuid AND fund = 'BMVI'",
                        call.toString()))
                .as("the table itself refuses what the code must never do")
                .hasMessageContaining("UPDATE");
    }

    /**
     * Rule 6: whatever an amendment does to the funds and lots of a call, its purses hold together what its terms say, and
     * what is awarded is never more than the fund it is awarded from has.
     */
    @Test
    @Tag("rule-6")
    void howeverFundsAreDividedJoinedTakenAwayAndAddedTheirPursesHoldWhatTheTermsSay() {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            String id = openCall(terms());
            UUID call = UUID.fromString(id);
            Map<Purse, Long> envelopes = new LinkedHashMap<>(Map.of(BMVI, 6_000_000_00L, ISF, 5_000_000_00L));
            Map<Purse, Long> awarded = new HashMap<>();
            for (int step = 0; step < 25; step++) {
                String what = "seed " + seed + " step " + step;
                if (random.nextInt(3) == 0) {
                    Purse purse = List.copyOf(envelopes.keySet()).get(random.nextInt(envelopes.size()));
                    long amount = 1 + random.nextLong(1_000_000_00L);
                    boolean fits = awarded.getOrDefault(purse, 0L) + amount <= envelopes.get(purse);
                    assertThat(done(() -> balances.reserve(call, purse, euro(amount)))
                                    .isPresent())
                            .as(what)
                            .isEqualTo(fits);
                    awarded.merge(purse, fits ? amount : 0, Long::sum);
                } else {
                    Map<Purse, Long> wanted = funds(random);
                    boolean sound = awarded.entrySet().stream()
                            .allMatch(purse -> purse.getValue() == 0
                                    || wanted.getOrDefault(purse.getKey(), 0L) >= purse.getValue());
                    verb("programme-officer", "/v1/calls/" + id, "amend", amendment(wanted))
                            .then()
                            .statusCode(sound ? 200 : 409);
                    envelopes = sound ? wanted : envelopes;
                }
                assertThat(stored(call)).as(what).isEqualTo(envelopes);
            }
        }
    }

    private Map<Purse, Long> stored(UUID call) {
        return balances.of(call).stream()
                .collect(Collectors.toMap(
                        Balance::purse,
                        balance -> balance.envelope().movePointRight(2).longValueExact()));
    }

    /** One or two funds, each as a whole or in lots. */
    private static Map<Purse, Long> funds(Random random) {
        Map<Purse, Long> funds = new LinkedHashMap<>();
        for (String fund : random.nextBoolean() ? List.of("BMVI", "ISF") : List.of("BMVI")) {
            List<String> lots = random.nextBoolean() ? List.of("") : List.of("north", "south");
            lots.forEach(lot -> funds.put(new Purse(fund, lot), 1 + random.nextLong(6_000_000_00L)));
        }
        return funds;
    }

    private static Map<String, Object> amendment(Map<Purse, Long> purses) {
        Map<String, List<Map.Entry<Purse, Long>>> funds = purses.entrySet().stream()
                .collect(
                        Collectors.groupingBy(purse -> purse.getKey().fund(), LinkedHashMap::new, Collectors.toList()));
        List<Object> lines = new ArrayList<>();
        funds.forEach((code, parts) -> lines.add(Map.of(
                "code",
                code,
                "envelope",
                euro(parts.stream().mapToLong(Map.Entry::getValue).sum()),
                "maximumRate",
                "90.00",
                "lots",
                parts.stream()
                        .filter(part -> !part.getKey().lot().isEmpty())
                        .map(part -> Map.of(
                                "code",
                                part.getKey().lot(),
                                "title",
                                Map.of("en", part.getKey().lot()),
                                "envelope",
                                euro(part.getValue())))
                        .toList())));
        return Map.of("reason", "Other lots", "changes", Map.of("funds", lines));
    }

    /** An award in another currency than the purse's is none of its money; nor does a purse change its currency. */
    @Test
    void aPurseIsInOneCurrency() {
        UUID call = UUID.fromString(openCall(terms()));
        assertThat(done(() -> balances.reserve(call, BMVI, new Money(BigDecimal.ONE, "USD"))))
                .isEmpty();
        assertThat(done(() -> balances.setEnvelope(
                        call, BMVI, new Money(BigDecimal.valueOf(9_000_000), "USD"), BigDecimal.ZERO)))
                .isEmpty();
    }
}
