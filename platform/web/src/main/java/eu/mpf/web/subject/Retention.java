package eu.mpf.web.subject;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.time.PlatformTime;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets go of data that was kept as long as its purpose needs it; on any number of instances, one of which works. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final List<RetentionRule> rules;
    private final RetentionPeriods periods;
    private final Sql sql;

    Retention(@All List<RetentionRule> rules, RetentionPeriods periods, Sql sql) {
        this.rules = rules;
        this.periods = periods;
        this.sql = sql;
    }

    List<RetentionState> states() {
        return rules.stream()
                .sorted(Comparator.comparing(RetentionRule::purpose))
                .map(this::state)
                .toList();
    }

    Optional<RetentionRule> rule(String purpose) {
        return rules.stream().filter(rule -> rule.purpose().equals(purpose)).findFirst();
    }

    /** As it is now, and as its last run was. */
    RetentionState state(RetentionRule rule) {
        var run = sql.first(
                "SELECT ran_at, before, records FROM retention_run WHERE purpose = ?",
                row -> new RetentionState.Run(
                        Objects.requireNonNull(Sql.instant(row, "ran_at")),
                        row.getObject("before", LocalDate.class),
                        row.getLong("records")),
                rule.purpose());
        return new RetentionState(
                rule.purpose(),
                periods.now(rule).toString(),
                periods.initial(rule).toString(),
                rule.shortest().toString(),
                periods.longest(rule).toString(),
                run.map(RetentionState.Run::ranAt).orElse(null),
                run.map(RetentionState.Run::before).orElse(null),
                run.map(RetentionState.Run::records).orElse(0L));
    }

    /** Lets go of all that is due today. */
    @Scheduled(
            identity = "retention",
            every = "{mpf.subject.retention-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        run(PlatformTime.today(ZoneOffset.UTC));
    }

    /**
     * Lets go of all that is due on this day.
     *
     * @throws IllegalStateException if a rule failed, after all others have been followed
     */
    public void run(LocalDate today) {
        List<RuntimeException> failures = new ArrayList<>();
        for (var rule : rules) {
            try {
                letGo(rule, today.minus(periods.now(rule)));
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException("purpose " + rule.purpose() + " could not let go", e));
            }
        }
        if (!failures.isEmpty()) {
            var failed = new IllegalStateException(failures.size() + " retention rules failed");
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
    }

    private void letGo(RetentionRule rule, LocalDate before) {
        int records;
        do {
            records = QuarkusTransaction.requiringNew().call(() -> step(rule, before));
        } while (records > 0);
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
