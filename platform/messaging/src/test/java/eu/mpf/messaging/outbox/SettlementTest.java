package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private final List<OutboxRow> rows = new ArrayList<>();
    private final Set<Integer> acknowledged = new TreeSet<>();
    private final Map<Integer, Exception> refusals = new HashMap<>();

    @Test
    void whatKafkaHasIsDoneAndWhatItMayYetTakeStays() {
        row("a").isThere();
        row("b");
        row("c").isThere();
        assertThat(settled().done()).containsExactly(10L, 12L);
        assertThat(settled().parked()).isEmpty();
    }

    @Test
    void whatKafkaWillNeverTakeIsParkedWithItsReason() {
        Exception why = new IllegalArgumentException("too large");
        row("a").isThere();
        row("b").isRefused(why);
        assertThat(settled().done()).containsExactly(10L);
        assertThat(settled().parked()).containsExactly(new Settlement.Refused(rows.getLast(), why));
    }

    @Test
    void nothingOvertakesAFailedRowOfItsAggregateEvenIfKafkaHasIt() {
        row("a");
        row("a").isThere();
        row("a").isRefused(new IllegalArgumentException("too large"));
        row("b").isThere();
        assertThat(settled().done()).containsExactly(13L);
        assertThat(settled().parked()).as("it is sent again first").isEmpty();
    }

    @Test
    void whatStandsBehindAParkedRowOfItsAggregateWaits() {
        row("a").isRefused(new IllegalArgumentException("one"));
        row("a").isRefused(new IllegalArgumentException("two"));
        row("a").isThere();
        assertThat(settled().done()).isEmpty();
        assertThat(settled().parked()).extracting(Settlement.Refused::row).containsExactly(rows.getFirst());
    }

    @Test
    void theSameIdInAnotherTopicIsAnotherAggregate() {
        row("a");
        row("t2", "a").isThere();
        assertThat(settled().done()).containsExactly(11L);
    }

    private SettlementTest row(String aggregate) {
        return row("t1", aggregate);
    }

    private SettlementTest row(String topic, String aggregate) {
        rows.add(new OutboxRow(
                10L + rows.size(),
                "id",
                topic,
                aggregate,
                1,
                "type",
                "{}",
                new byte[0],
                OffsetDateTime.parse("2030-01-01T00:00:00Z")));
        return this;
    }

    private void isThere() {
        acknowledged.add(rows.size() - 1);
    }

    private void isRefused(Exception why) {
        refusals.put(rows.size() - 1, why);
    }

    private Settlement settled() {
        return Settlement.of(rows, acknowledged::contains, refusals::get);
    }
}
