package eu.mpf.web.subject;

import eu.mpf.web.sql.Sql;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets go of data that was kept as long as its purpose needs it; on any number of instances, one of which works. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final List<RetentionRule> rules;
    private final SubjectConfig config;
    private final Sql sql;

    Retention(@All List<RetentionRule> rules, SubjectConfig config, Sql sql) {
        this.rules = rules;
        this.config = config;
        this.sql = sql;
    }

    /**
     * How long data of a purpose is kept.
     *
     * @param period as ISO 8601
     * @param records let go in all runs so far
     */
    @Schema(name = "RetentionState", description = "How long data of a purpose is kept, and what was let go.")
    public record State(
            String purpose,
            String period,
            @Nullable Instant ranAt,
            @Nullable LocalDate before,
            long records) {}

    List<State> states() {
        return rules.stream()
                .sorted(Comparator.comparing(RetentionRule::purpose))
                .map(this::state)
                .toList();
    }

    private State state(RetentionRule rule) {
        return sql.first(
                        "SELECT ran_at, before, records FROM retention_run WHERE purpose = ?",
                        row -> new State(
                                rule.purpose(),
                                period(rule).toString(),
                                Sql.instant(row, "ran_at"),
                                row.getObject("before", LocalDate.class),
                                row.getLong("records")),
                        rule.purpose())
                .orElseGet(() -> new State(rule.purpose(), period(rule).toString(), null, null, 0));
    }

    private Period period(RetentionRule rule) {
        return config.retention().getOrDefault(rule.purpose(), rule.period());
    }

    /** Lets go of all that is due today. */
    @Scheduled(
            identity = "retention",
            every = "{mpf.subject.retention-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        run(LocalDate.now(ZoneOffset.UTC));
    }

    /** Lets go of all that is due on this day. */
    public void run(LocalDate today) {
        for (var rule : rules) {
            var before = today.minus(period(rule));
            int records;
            do {
                records = QuarkusTransaction.requiringNew().call(() -> step(rule, before));
            } while (records > 0);
        }
    }

    private int step(RetentionRule rule, LocalDate before) {
        sql.lock("retention/" + rule.purpose());
        int records = rule.letGo(before);
        if (records > 0) {
            LOG.infof("%d records of purpose %s are let go", records, rule.purpose());
        }
        sql.update("""
                    INSERT INTO retention_run (purpose, ran_at, before, records) VALUES (?, now(), ?, ?)
                    ON CONFLICT (purpose) DO UPDATE SET ran_at = excluded.ran_at, before = excluded.before,
                        records = retention_run.records + excluded.records\
                    """, rule.purpose(), before, (long) records);
        return records;
    }
}
