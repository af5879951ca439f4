package eu.mpf.messaging.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** The partitions one Kafka consumer holds, with their workers and offsets. Used by the polling thread alone. */
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Assignment.class);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(5);

    private final KafkaConsumer<String, byte[]> kafka;
    private final Function<TopicPartition, PartitionWorker> newWorker;
    private final Duration stopTimeout;
    private final boolean withoutCommits;
    private final Map<TopicPartition, PartitionWorker> workers = new HashMap<>();
    private final Offsets offsets = new Offsets();
    private boolean committing;

    Assignment(
            KafkaConsumer<String, byte[]> kafka,
            Function<TopicPartition, PartitionWorker> newWorker,
            Duration stopTimeout,
            boolean withoutCommits) {
        this.kafka = kafka;
        this.newWorker = newWorker;
        this.stopTimeout = stopTimeout;
        this.withoutCommits = withoutCommits;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            PartitionWorker worker = newWorker.apply(partition);
            workers.put(partition, worker);
            worker.start();
        }
    }

    /** Still ours until this returns: let the messages in hand end, then leave exact offsets to the next owner. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commitNow(stop(partitions));
    }

    /** Somebody else's already: their offsets are no longer ours to move. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        stop(partitions);
    }

    void handOut(ConsumerRecords<String, byte[]> messages) {
        for (TopicPartition partition : messages.partitions()) {
            PartitionWorker worker = workers.get(partition);
            if (worker != null) {
                worker.offer(messages.records(partition));
            }
        }
    }

    /** Pauses partitions whose workers have enough to do, or are retrying, and resumes the others. */
    void regulate() {
        workers.forEach((partition, worker) -> {
            boolean paused = kafka.paused().contains(partition);
            boolean busy = worker.busy(paused);
            if (busy && !paused) {
                kafka.pause(List.of(partition));
            } else if (!busy && paused) {
                kafka.resume(List.of(partition));
            }
        });
    }

    /** Commits what has been handled since the last time, without waiting. */
    void commitSoon() {
        Map<TopicPartition, OffsetAndMetadata> progress = progress(workers);
        if (committing || progress.isEmpty()) {
            return;
        }
        committing = true;
        kafka.commitAsync(progress, (committed, failure) -> {
            committing = false;
            if (failure == null) {
                offsets.committed(committed, workers.keySet());
            }
        });
    }

    double lag() {
        double lag = 0;
        for (Map.Entry<TopicPartition, PartitionWorker> entry : workers.entrySet()) {
            OptionalLong unread = kafka.currentLag(entry.getKey());
            lag += unread.orElse(0) + entry.getValue().waiting();
        }
        return lag;
    }

    /** Stops everything without a commit; for a consumer that is broken. */
    void abandon() {
        stop(List.copyOf(workers.keySet()));
    }

    private Map<TopicPartition, PartitionWorker> stop(Collection<TopicPartition> partitions) {
        Map<TopicPartition, PartitionWorker> stopped = new HashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionWorker worker = workers.remove(partition);
            if (worker != null) {
                worker.stop();
                stopped.put(partition, worker);
            }
        }
        try {
            for (PartitionWorker worker : stopped.values()) {
                if (!worker.ended(stopTimeout)) {
                    // It may still commit its transaction; the next owner then sees a duplicate, which has no effect.
                    LOG.warn("a message in hand outlasts the stop");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return stopped;
    }

    private void commitNow(Map<TopicPartition, PartitionWorker> stopped) {
        Map<TopicPartition, OffsetAndMetadata> progress = progress(stopped);
        offsets.forget(stopped.keySet());
        if (progress.isEmpty()) {
            return;
        }
        try {
            try {
                kafka.commitSync(progress, COMMIT_PATIENCE);
            } catch (WakeupException e) {
                kafka.commitSync(progress, COMMIT_PATIENCE);
            }
        } catch (KafkaException e) {
            LOG.warnf("offsets not committed, duplicates will follow: %s", e.getMessage());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> progress(Map<TopicPartition, PartitionWorker> of) {
        Map<TopicPartition, Long> handledTo = new HashMap<>();
        if (!withoutCommits) {
            of.forEach((partition, worker) -> handledTo.put(partition, worker.handledTo()));
        }
        return offsets.due(handledTo);
    }
}
