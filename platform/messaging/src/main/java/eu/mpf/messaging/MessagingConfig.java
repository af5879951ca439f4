package eu.mpf.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of outbox, relay and inbox. */
@ConfigMapping(prefix = "mpf.messaging")
public interface MessagingConfig {

    /** Whether events are sent and received at all; events are stored in the outbox either way. Default {@code true}. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Whether that begins with the application. Otherwise it begins when {@code TablesReady} is told: for an application that
     * brings its tables up beside everything else. Default {@code true}.
     */
    @WithDefault("true")
    boolean atStart();

    /** Further topics to create at start, beside those the listeners read: what this service publishes to. Default none. */
    Optional<Set<String>> topics();

    /** Topics created at start. */
    Topic topic();

    /** The relay from the outbox to Kafka. */
    Relay relay();

    /** The inbox and its consumers. */
    Inbox inbox();

    /** Pause between two readings of the outbox gauges. Default 10 s. */
    @WithDefault("PT10S")
    Duration gaugeInterval();

    /** How topics are created. The replication factor is the broker's default. */
    interface Topic {
        /** Partitions of a new topic. Default 3. */
        @WithDefault("3")
        int partitions();

        /** How long Kafka keeps an event, as an ISO 8601 period. Default 30 days. */
        @WithDefault("P30D")
        Duration retention();

        /** Pause between attempts to create what is missing while the broker is away. Default 5 s. */
        @WithDefault("PT5S")
        Duration retryInterval();
    }

    /** The relay from the outbox to Kafka. */
    interface Relay {
        /** Transactions that drain lanes at once, each holding one database connection. Default 2. */
        @WithDefault("2")
        int workers();

        /** Rows taken in one transaction, shared by the lanes in it. Default 500. */
        @WithDefault("500")
        int batchSize();

        /** Pause between polls while there is work; doubles to {@link #idlePoll()} when there is none. Default 100 ms. */
        @WithDefault("PT0.1S")
        Duration busyPoll();

        /** Longest pause between polls. Default 2 s. */
        @WithDefault("PT2S")
        Duration idlePoll();

        /** How long a transaction waits for Kafka's acknowledgements. Default 5 s. */
        @WithDefault("PT5S")
        Duration ackTimeout();
    }

    /** The inbox and its consumers. */
    interface Inbox {
        /** How long a handled event is remembered; longer than the topics keep it. Default 35 days. */
        @WithDefault("P35D")
        Duration retention();

        /** Events handled at once in this instance, each holding one database connection. Default 3. */
        @WithDefault("3")
        int concurrency();

        /** First pause before a failed event is tried again; doubles to {@link #longestRetry()}. Default 100 ms. */
        @WithDefault("PT0.1S")
        Duration firstRetry();

        /** Longest pause before a failed event is tried again. Default 30 s. */
        @WithDefault("PT30S")
        Duration longestRetry();

        /** How long a rebalance or a shutdown waits for the event in hand. Default 10 s. */
        @WithDefault("PT10S")
        Duration stopTimeout();
    }
}
