package eu.mpf.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One set of servers for the tests of one JVM: empty, on free ports, in a directory that goes with the JVM. */
public final class TestServers {

    private static final String DATABASE = "mpf";

    private static @Nullable Map<String, Object> shared;

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final IdentityProvider identities;
    private final MailSink mail;
    private final int mailPort;

    private TestServers(
            PostgresServer postgres, KafkaServer kafka, IdentityProvider identities, MailSink mail, int mailPort) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.identities = identities;
        this.mail = mail;
        this.mailPort = mailPort;
    }

    public static TestServers start() {
        var reaper = new Reaper();
        Path scratch;
        try {
            scratch = Files.createTempDirectory("mpf-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reaper.removeAtEnd(scratch);
        var kafka = soon(() -> KafkaServer.start(
                scratch.resolve("kafka"), Ports.free(), scratch.resolve("kafka.log"), reaper, List.of(), broker -> {}));
        var postgres = soon(() -> {
            var server = PostgresServer.forgetful(
                    scratch.resolve("postgresql"), Ports.free(), scratch.resolve("postgresql.log"), reaper);
            server.ensureDatabase(DATABASE, DATABASE);
            return server;
        });
        var identities = retry(() -> IdentityProvider.start(Ports.free(), scratch));
        int mailPort = Ports.free();
        return new TestServers(postgres.join(), kafka.join(), identities, MailSink.start(mailPort), mailPort);
    }

    /** On a thread of its own: the common pool of a machine with two processors has but one. */
    private static <T> CompletableFuture<T> soon(Supplier<T> start) {
        return CompletableFuture.supplyAsync(() -> retry(start), Thread::startVirtualThread);
    }

    /** A free port can be taken by another run between choice and use. */
    private static <T> T retry(Supplier<T> start) {
        try {
            return start.get();
        } catch (RuntimeException first) {
            return start.get();
        }
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    public IdentityProvider identities() {
        return identities;
    }

    public MailSink mail() {
        return mail;
    }

    public int mailPort() {
        return mailPort;
    }

    /** Name, role and password of the tests' database are the same word, which is its owner's password too. */
    public String database() {
        return DATABASE;
    }

    /**
     * The one set of this JVM, started on first use, in terms of the JDK's own types: for callers from another class
     * loader. Quarkus gives every test application one of its own, and these servers outlive it.
     */
    public static synchronized Map<String, Object> shared() {
        Map<String, Object> known = shared;
        if (known == null) {
            known = start().bridge();
            shared = known;
        }
        return known;
    }

    private Map<String, Object> bridge() {
        BiFunction<Map<String, Object>, Duration, String> sign = identities::sign;
        Supplier<List<byte[]>> messages = mail::messages;
        Runnable clearMessages = mail::clear;
        return Map.ofEntries(
                Map.entry("jdbcUrl", postgres.jdbcUrl(DATABASE)),
                Map.entry("database", DATABASE),
                Map.entry("databaseOwner", PostgresServer.owner(DATABASE)),
                Map.entry("bootstrapServers", kafka.bootstrapServers()),
                Map.entry("issuer", identities.issuer()),
                Map.entry("jwksUrl", identities.jwksUrl()),
                Map.entry("mailPort", mailPort),
                Map.entry("sign", sign),
                Map.entry("messages", messages),
                Map.entry("clearMessages", clearMessages),
                Map.entry("brokerPid", kafka.process().pid()));
    }
}
