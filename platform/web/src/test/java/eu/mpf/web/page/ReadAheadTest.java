package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("X14")
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadAheadTest {

    private static final int SIZE = 10;

    /** So many numbers, in batches of ten. */
    private static final class Numbers implements ReadAhead.Source<Integer> {
        private final int count;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private final Set<Thread> readers = ConcurrentHashMap.newKeySet();

        Numbers(int count) {
            this.count = count;
        }

        @Override
        public List<Integer> next() {
            asked.incrementAndGet();
            readers.add(Thread.currentThread());
            int from = next.getAndUpdate(n -> Math.min(count, n + SIZE));
            return IntStream.range(from, Math.min(count, from + SIZE)).boxed().toList();
        }
    }

    @Test
    void everyItemComesInOrderInTheCallersThread() throws SQLException {
        for (int count : new int[] {0, 1, 9, 10, 11, 20, 1_003}) {
            var seen = new ArrayList<Integer>();
            var threads = new HashSet<Thread>();
            ReadAhead.<Integer>forEach(new Numbers(count), SIZE, item -> {
                seen.add(item);
                threads.add(Thread.currentThread());
            });
            assertThat(seen).isEqualTo(IntStream.range(0, count).boxed().toList());
            assertThat(threads).allMatch(Thread.currentThread()::equals);
        }
    }

    @Test
    void theNextBatchIsReadWhileTheFirstIsWorkedOn() throws SQLException {
        var numbers = new Numbers(25);
        var secondIsRead = new CountDownLatch(1);
        ReadAhead.forEach(
                () -> {
                    List<Integer> batch = numbers.next();
                    if (numbers.asked.get() == 2) {
                        secondIsRead.countDown();
                    }
                    return batch;
                },
                SIZE,
                item -> await(secondIsRead));
        assertThat(numbers.readers).hasSize(2);
    }

    @Test
    void aListOfOneBatchNeedsNoOtherThread() throws SQLException {
        var numbers = new Numbers(9);
        ReadAhead.forEach(numbers, SIZE, item -> {});
        assertThat(numbers.readers).containsExactly(Thread.currentThread());
        assertThat(numbers.asked).hasValue(1);
    }

    @Test
    void noMoreIsReadThanMayWait() throws SQLException {
        var numbers = new Numbers(1_000);
        var most = new AtomicInteger();
        ReadAhead.forEach(numbers, SIZE, item -> most.accumulateAndGet(numbers.asked.get() - item / SIZE, Math::max));
        // One at work, two that wait, and one that is being read.
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void whatTheSourceThrowsIsThrownAfterTheItemsBefore() {
        for (Throwable thrown :
                List.of(new SQLException("gone"), new IllegalStateException("odd"), new AssertionError())) {
            var numbers = new Numbers(1_000);
            var seen = new ArrayList<Integer>();
            assertThatThrownBy(() -> ReadAhead.forEach(
                            () -> {
                                if (numbers.asked.get() == 5) {
                                    ReadAheadTest.<RuntimeException>sneak(thrown);
                                }
                                return numbers.next();
                            },
                            SIZE,
                            seen::add))
                    .isSameAs(thrown);
            assertThat(seen).isEqualTo(IntStream.range(0, 50).boxed().toList());
        }
    }

    @Test
    void aConsumerThatThrowsEndsTheReading() {
        var numbers = new Numbers(1_000_000);
        assertThatThrownBy(() -> ReadAhead.forEach(numbers, SIZE, item -> {
                    if (item == 25) {
                        throw new IllegalStateException("the client is gone");
                    }
                }))
                .hasMessage("the client is gone");
        assertThat(numbers.readers)
                .filteredOn(reader -> !reader.equals(Thread.currentThread()))
                .hasSize(1)
                .noneMatch(Thread::isAlive);
        assertThat(numbers.asked.get()).isLessThan(10);
    }

    @Test
    void anInterruptedCallerLeavesNoReaderBehind() {
        var numbers = new Numbers(1_000_000);
        assertThatThrownBy(() -> ReadAhead.forEach(
                        numbers, SIZE, item -> Thread.currentThread().interrupt()))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(numbers.readers)
                .filteredOn(reader -> !reader.equals(Thread.currentThread()))
                .hasSize(1)
                .noneMatch(Thread::isAlive);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
