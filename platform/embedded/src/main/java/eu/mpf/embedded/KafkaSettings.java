package eu.mpf.embedded;

import java.nio.file.Path;
import java.time.Duration;

/** The broker's settings: one node, small buffers, no waiting for company. */
final class KafkaSettings {

    /**
     * A restarted broker is admitted when the session of its predecessor has run out: Kafka's 9 s would be most of the
     * time the whole stack needs for a start.
     */
    private static final Duration SESSION = Duration.ofSeconds(3);

    private KafkaSettings() {}

    static String of(Path data, int port) {
        int controllerPort = Ports.free(); // known to this process alone, so it may change with every start
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=3
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=2
                num.recovery.threads.per.data.dir=2
                background.threads=2
                log.cleaner.dedupe.buffer.size=4194304
                log.cleaner.io.buffer.size=131072
                log.index.size.max.bytes=1048576
                log.segment.bytes=67108864
                metadata.log.segment.bytes=8388608
                socket.request.max.bytes=16777216
                initial.broker.registration.timeout.ms=60000
                broker.session.timeout.ms=%4$d
                broker.heartbeat.interval.ms=500
                controlled.shutdown.enable=false
                """.formatted(port, controllerPort, data.resolve("logs").toAbsolutePath(), SESSION.toMillis());
    }
}
