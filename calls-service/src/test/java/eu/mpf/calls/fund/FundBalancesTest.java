package eu.mpf.calls.fund;

import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The balance rows against a model of them, with random movements; and against themselves, with many at once. */
@MpfTest
@Tag("C4")
class FundBalancesTest {

    private static final Purse BMVI = new Purse("BMVI", "");

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
                Optional<Balance> moved = done(() -> balances.reserve(call, BMVI, cents(amount)));
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
                Optional<Balance> moved =
                        done(() -> balances.setEnvelope(call, BMVI, "EUR", cents(envelope), BigDecimal.ZERO));
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
                            () -> done(() -> balances.reserve(call, BMVI, cents(250_000_01L)))
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
}
