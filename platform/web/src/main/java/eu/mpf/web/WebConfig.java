package eu.mpf.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of what every service does the same way. Defaults stand in {@code META-INF/microprofile-config.properties}. */
@ConfigMapping(prefix = "mpf.web")
public interface WebConfig {

    /**
     * Whether secrets that stand in the source code will do. Default {@code false}: such a production system does not
     * start.
     */
    boolean development();

    /**
     * Secret that signs page tokens, the same on all replicas of a service; another one makes tokens already handed out
     * invalid. Default for development only: {@code development-only}.
     */
    String pageTokenKey();

    /**
     * Secret that signs entries of the audit trail; another one makes older entries unverifiable. Default for development
     * only: {@code development-only}.
     */
    String auditKey();

    /**
     * How often it is looked for what administrators have set on other instances. Default {@code 2s}; {@code off} for
     * never.
     */
    String adjustmentsEvery();

    /** Whether a start looks for what administrators have set, and waits for the database. Default {@code true}. */
    boolean adjustmentsAtStart();

    /**
     * Largest file of an import ({@code POST …:import}); it is written to the disk of the service while it is done. Never
     * below what any body may have. Default {@code 256M}.
     */
    MemorySize importLimit();

    /** The audit trail. */
    Audit audit();

    /** Stored answers to repeated requests. */
    Idempotency idempotency();

    /** What happens when more is asked than can be done. */
    Overload overload();

    /** What happens when more is asked than can be done. */
    interface Overload {
        /** Requests at work at once in one instance; more are answered 503. Default {@code 200}; events-service: {@code 400}. */
        int atOnce();

        /** Regular expression of paths that are never refused for this. Default {@code .*:submit}, what has a deadline. */
        String spared();
    }

    /** The audit trail. */
    interface Audit {
        /** How often new entries are taken into the hash chain. Default {@code 1s}; {@code off} for never. */
        String sealEvery();

        /** The shortest time between two anchors of the chain's head in Kafka. Default {@code PT1M}. */
        Duration anchorInterval();
    }

    /** Stored answers to repeated requests. */
    interface Idempotency {
        /** How often answers older than a day are removed. Default {@code 10m}; {@code off} for never. */
        String forgetEvery();
    }
}
