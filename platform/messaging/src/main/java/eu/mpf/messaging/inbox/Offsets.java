package eu.mpf.messaging.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far each partition is committed, and what of its progress is still to be. */
final class Offsets {
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    /**
     * What may be committed now: beyond what is committed already, and never beyond what was handled.
     *
     * @param handledTo the offset after the last handled message, -1 if there is none yet
     */
    Map<TopicPartition, OffsetAndMetadata> due(Map<TopicPartition, Long> handledTo) {
        Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
        handledTo.forEach((partition, offset) -> {
            if (offset > committed.getOrDefault(partition, -1L)) {
                due.put(partition, new OffsetAndMetadata(offset));
            }
        });
        return due;
    }

    /**
     * Notes what Kafka has committed. An answer may come late: after a later one, or for a partition given away meanwhile.
     *
     * @param held the partitions held now
     */
    void committed(Map<TopicPartition, OffsetAndMetadata> offsets, Collection<TopicPartition> held) {
        offsets.forEach((partition, offset) -> {
            if (held.contains(partition)) {
                committed.merge(partition, offset.offset(), Math::max);
            }
        });
    }

    /** Whoever holds these partitions next may move their offsets. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(committed::remove);
    }
}
