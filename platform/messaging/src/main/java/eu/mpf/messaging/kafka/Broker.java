package eu.mpf.messaging.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** The broker's answering at all, and its topics. */
public final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ClientSettings settings;
    private final int partitions;
    private final Duration retention;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private @Nullable Admin admin;

    public Broker(ClientSettings settings, int partitions, Duration retention) {
        this.settings = settings;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** Whether the broker answers within the given time. */
    public boolean answers(Duration within) {
        try {
            await(admin().describeCluster().clusterId(), within);
            return true;
        } catch (KafkaException e) {
            return false;
        }
    }

    /**
     * Creates those of the topics that are missing.
     *
     * @throws KafkaException if the broker is away or refuses
     */
    public void ensure(Collection<String> topics) {
        List<String> unseen = topics.stream()
                .distinct()
                .filter(topic -> !known.contains(topic))
                .toList();
        if (unseen.isEmpty()) {
            return;
        }
        Map<String, String> configs = Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        List<NewTopic> missing = unseen.stream()
                .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(configs))
                .toList();
        var results = admin().createTopics(missing, new CreateTopicsOptions().timeoutMs((int) PATIENCE.toMillis()))
                .values();
        for (String topic : unseen) {
            try {
                await(results.get(topic), PATIENCE);
            } catch (TopicExistsException e) {
                // Another instance was faster, or it was there all along.
            }
            known.add(topic);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings.admin());
        }
        return admin;
    }

    private static void await(@Nullable Future<?> answer, Duration patience) {
        if (answer == null) {
            return;
        }
        try {
            answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ApiException api ? api : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("the broker did not answer", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
