package eu.mpf.system.bench;

import eu.mpf.embedded.MailSink;
import eu.mpf.embedded.Ports;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Where the letters of an opening arrive, sent by the service's own senders: told once is what people get, not what is queued. */
final class Letterbox implements AutoCloseable {

    private static final Pattern TO = Pattern.compile("(?m)^To: <?([^<>\\s]+)>?\\s*$");
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: ([^:\\r\\n]+)");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final int port = Ports.free();
    private final MailSink sink = MailSink.start(port);

    /** @param occasion what its subject begins with */
    record Letter(String to, String occasion) {}

    /** What makes an instance send. */
    Map<String, String> settings() {
        return Map.of(
                "mpf.mail.host", "127.0.0.1", "mpf.mail.port", Integer.toString(port), "mpf.mail.send-every", "1s");
    }

    /** Until nothing waits. */
    void awaitAll(Connection database) throws SQLException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (anyWaits(database)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("letters still wait after ten minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static boolean anyWaits(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "SELECT EXISTS (SELECT FROM mail_outbox WHERE status IN ('QUEUED', 'SENDING'))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** How often each letter has arrived. */
    Map<Letter, Integer> delivered() {
        Map<Letter, Integer> letters = new HashMap<>();
        for (byte[] message : sink.messages()) {
            String text = new String(message, StandardCharsets.UTF_8);
            letters.merge(new Letter(Crowd.first(TO, text), Crowd.first(SUBJECT, text)), 1, Integer::sum);
        }
        return letters;
    }

    @Override
    public void close() {
        sink.stop();
    }
}
