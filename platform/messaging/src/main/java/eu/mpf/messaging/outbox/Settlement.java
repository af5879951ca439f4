package eu.mpf.messaging.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about rows that were sent, in the order of their sending. A row behind a failed one of its aggregate
 * stays in any case, even if Kafka has it: it is sent once more, behind the one that failed.
 *
 * @param done numbers of the rows to delete
 * @param parked rows that Kafka will never take
 */
record Settlement(List<Long> done, List<Refused> parked) {

    /** A row, and what Kafka says of it. */
    record Refused(OutboxRow row, Exception why) {}

    /**
     * @param acknowledged whether Kafka has a row, by its place
     * @param refusal why Kafka will never take it, null if it may yet
     */
    static Settlement of(List<OutboxRow> rows, IntPredicate acknowledged, IntFunction<@Nullable Exception> refusal) {
        List<Long> done = new ArrayList<>(rows.size());
        List<Refused> parked = new ArrayList<>();
        Set<String> blocked = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            if (blocked.contains(row.stream())) {
                continue;
            }
            if (acknowledged.test(i)) {
                done.add(row.seq());
                continue;
            }
            blocked.add(row.stream());
            Exception why = refusal.apply(i);
            if (why != null) {
                parked.add(new Refused(row, why));
            }
        }
        return new Settlement(done, parked);
    }
}
