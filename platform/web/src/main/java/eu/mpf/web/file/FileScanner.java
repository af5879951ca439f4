package eu.mpf.web.file;

import eu.mpf.web.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has waiting contents scanned, also those stored before there was a scanner. A content is leased for two minutes, so
 * that instances share the work and what one left in the middle is taken up again. Without a verdict nothing is given
 * out: it stays in quarantine and is tried again, after a minute at first, then up to an hour.
 */
@ApplicationScoped
public class FileScanner {
    private static final Logger LOG = Logger.getLogger(FileScanner.class);

    private static final String CLAIM = """
            UPDATE file_content SET attempts = attempts + 1, due_at = now() + interval '2 minutes'
            WHERE checksum = (SELECT checksum FROM file_content WHERE scan = 'PENDING' AND due_at <= now()
                              ORDER BY due_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
            RETURNING checksum, size, attempts
            """;

    private final Sql sql;
    private final FileContents contents;
    private final MeterRegistry metrics;
    private final @Nullable ClamAv scanner;

    FileScanner(Sql sql, FileContents contents, MeterRegistry metrics, FileConfig config) {
        this.sql = sql;
        this.contents = contents;
        this.metrics = metrics;
        this.scanner = config.scannerHost()
                .map(host -> new ClamAv(new InetSocketAddress(host, config.scannerPort())))
                .orElse(null);
    }

    private record Claimed(byte[] checksum, long size, int attempts) {}

    /** Scans what is due. */
    @Scheduled(
            identity = "scan-files",
            every = "{mpf.file.scan-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void scanDue() {
        if (scanner == null) {
            return;
        }
        for (var next = claim(); next.isPresent(); next = claim()) {
            scan(scanner, next.get());
        }
    }

    private Optional<Claimed> claim() {
        return sql.first(CLAIM, row -> new Claimed(row.getBytes(1), row.getLong(2), row.getInt(3)));
    }

    private void scan(ClamAv clam, Claimed claimed) {
        try {
            var finding = clam.scan(out -> contents.writeTo(claimed.checksum(), claimed.size(), out));
            sql.update(
                    "UPDATE file_content SET scan = ?, finding = ?, scanned_at = now() WHERE checksum = ?",
                    finding.isEmpty() ? "CLEAN" : "INFECTED",
                    finding.orElse(null),
                    claimed.checksum());
            finding.ifPresent(name -> {
                metrics.counter("file.infected").increment();
                LOG.warnf("content %s is infected: %s", HexFormat.of().formatHex(claimed.checksum()), name);
            });
        } catch (IOException e) {
            metrics.counter("file.scan.failed").increment();
            LOG.warnf("a file stays in quarantine, the scanner gave no verdict: %s", e.getMessage());
            sql.update(
                    "UPDATE file_content SET due_at = now() + make_interval(mins => ?) WHERE checksum = ?",
                    Math.min(60, claimed.attempts()),
                    claimed.checksum());
        }
    }
}
