package eu.mpf.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.mpf.web.problem.ProblemException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is decided with whom, by whom, and in which order. */
class LaneTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** The first group lasts until all others stand in line. */
    private Lane<Integer> lane(Consumer<List<Asked<Integer>>> decision) {
        return new Lane<>(null, group -> {
            groups.add(group.stream().map(Asked::request).toList());
            if (groups.size() == 1) {
                awaitFirst();
            }
            decision.accept(group);
        });
    }

    private void awaitFirst() {
        try {
            first.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(List<Asked<Integer>> group) {
        group.forEach(asked ->
                asked.answer(() -> Response.status(200 + asked.request()).build()));
    }

    private List<Future<Response>> come(Lane<Integer> lane, List<Asked<Integer>> people) {
        List<Future<Response>> answers = new ArrayList<>();
        for (Asked<Integer> asked : people) {
            answers.add(threads.submit(() -> lane.ask(asked)));
            int behindTheFirst = answers.size() - 1;
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !groups.isEmpty() && lane.waiting() == behindTheFirst);
        }
        first.countDown();
        return answers;
    }

    private static List<Asked<Integer>> people(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Asked<>(i, null, null))
                .toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void whoeverWaitsIsDecidedTogetherInTheOrderOfArrival() throws Exception {
        List<Future<Response>> answers = come(lane(LaneTest::answer), people(6));
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get().getStatus()).isEqualTo(200 + i);
        }
        assertThat(groups).containsExactly(List.of(0), numbers(1, 6));
    }

    @Test
    void aGroupHasTwoHundredAtMost() throws Exception {
        for (Future<Response> answer : come(lane(LaneTest::answer), people(205))) {
            answer.get();
        }
        assertThat(groups).containsExactly(List.of(0), numbers(1, 201), numbers(201, 205));
    }

    @Test
    void theSecondOfTwoWithOneKeyComesLaterAndKeepsNobodyWaiting() throws Exception {
        byte[] key = {1};
        byte[] other = {2};
        List<Future<Response>> answers = come(
                lane(LaneTest::answer),
                List.of(
                        new Asked<>(0, key, key),
                        new Asked<>(1, key, key),
                        new Asked<>(2, key.clone(), key),
                        new Asked<>(3, other, key),
                        new Asked<>(4, null, null),
                        new Asked<>(5, null, null)));
        for (Future<Response> answer : answers) {
            answer.get();
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 3, 4, 5), List.of(2));
    }

    @Test
    void whoeverIsRefusedHearsItAloneAndTheLaneGoesOn() throws Exception {
        Lane<Integer> lane = lane(group -> group.forEach(asked -> {
            if (asked.request() % 2 == 0) {
                asked.refuse(ProblemException.notFound("number", asked.request()));
            } else {
                answer(List.of(asked));
            }
        }));
        List<Future<Response>> answers = come(lane, people(4));
        assertThatThrownBy(answers.get(2)::get).hasCauseInstanceOf(ProblemException.class);
        assertThat(answers.get(3).get().getStatus()).isEqualTo(203);
        assertThat(lane.ask(new Asked<>(5, null, null)).getStatus()).isEqualTo(205);
        assertThat(groups).last().isEqualTo(List.of(5));
    }

    /** Negative control: a group without a decision, or that ends in an error, leaves nobody waiting. */
    @Test
    void aGroupThatFailsFailsForAllOfItAndTheLaneGoesOn() throws Exception {
        Lane<Integer> lane = lane(group -> {
            if (group.size() == 3) {
                throw new IllegalStateException("on purpose");
            }
            if (group.getFirst().request() < 10) {
                answer(group);
            }
        });
        List<Future<Response>> answers = come(lane, people(4));
        assertThat(answers.getFirst().get().getStatus()).isEqualTo(200);
        for (Future<Response> answer : answers.subList(1, 4)) {
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> lane.ask(new Asked<>(11, null, null)))
                .hasMessage("the group ended without a decision");
        assertThat(lane.ask(new Asked<>(7, null, null)).getStatus()).isEqualTo(207);
        assertThat(lane.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"23505, true", "22001, true", "08006, false", "57014, false", "40001, false", ", false"})
    void eachIsDecidedAloneOnlyWhereOneMayHaveSpoiltItForTheOthers(String state, boolean alone) {
        assertThat(GroupCommit.mayBeOneAlone(new IllegalStateException(new SQLException("refused", state))))
                .isEqualTo(alone);
        assertThat(GroupCommit.mayBeOneAlone(new IllegalStateException("a fault of ours")))
                .isTrue();
    }
}
