package eu.mpf.messaging;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Where Kafka is and how to speak to it. */
@ConfigMapping(prefix = "mpf.kafka")
public interface KafkaConfig {

    /** Broker addresses, {@code host:port}, separated by commas. No default. */
    String bootstrapServers();

    /** Further settings for every client, such as {@code "security.protocol"}, by Kafka's own names. Default none. */
    Map<String, String> client();
}
