package eu.mpf.system.bench;

import eu.mpf.system.client.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Every writing request and its answer, line by line as they came; what a run leaves behind. */
final class History implements AutoCloseable {

    private final Path file;
    private final PrintWriter out;

    private History(Path file, PrintWriter out) {
        this.file = file;
        this.out = out;
    }

    /** A new file under {@code .mpf/bench}. */
    static History in(Path root, String name) throws IOException {
        Path directory = Files.createDirectories(root.resolve(".mpf").resolve("bench"));
        Path file = directory.resolve(name + "-" + Instant.now().getEpochSecond() + ".jsonl");
        return new History(file, new PrintWriter(Files.newBufferedWriter(file)));
    }

    Path file() {
        return file;
    }

    /** @param key of idempotency; empty for a request that has none */
    synchronized void add(Instant sentAt, int applicant, String key, Answer answer) {
        out.printf(
                "{\"sentAt\":\"%s\",\"answeredAt\":\"%s\",\"applicant\":%d,\"request\":\"%s\",\"key\":\"%s\",\"status\":%d,"
                        + "\"sha256\":\"%s\"}%n",
                sentAt, Instant.now(), applicant, answer.request(), key, answer.status(), sha256(answer.body()));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    @Override
    public void close() {
        out.close();
    }
}
