package eu.mpf.web.mail;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells somebody many things in one mail per period instead of one mail for each. */
@ApplicationScoped
public class MailDigest {
    private final Sql sql;
    private final TransactionSynchronizationRegistry transactions;
    private final MailTemplates templates;
    private final Mailer mailer;
    private final PersonHash hashes;

    MailDigest(
            Sql sql,
            TransactionSynchronizationRegistry transactions,
            MailTemplates templates,
            Mailer mailer,
            PersonHash hashes) {
        this.sql = sql;
        this.transactions = transactions;
        this.templates = templates;
        this.mailer = mailer;
        this.hashes = hashes;
    }

    /**
     * One thing to tell.
     *
     * @param digest the template of the collected mail; it has the places {@code {count}} and {@code {notices}}
     * @param language of the line, and so of the mail
     * @param line what is told, one paragraph
     * @param period mails of this digest go out at its multiples since midnight UTC
     */
    public record Notice(String to, String digest, Locale language, String line, Duration period) {}

    private record Group(String recipient, String digest) {}

    private record Waiting(UUID id, String language, String line) {}

    /**
     * Adds a notice in the caller's transaction.
     *
     * @param dedupKey names the occasion: one notice per key
     * @return false if the occasion was noted before
     * @throws IllegalStateException outside a transaction
     */
    public boolean add(Notice notice, String dedupKey) {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("a notice is added in the transaction that gives the occasion for it");
        }
        return sql.update(
                        """
                        INSERT INTO mail_notice (id, dedup_key, recipient, person_hash, digest, language, line,
                                                 due_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?,
                                date_bin(make_interval(secs => ?), platform_clock(), timestamptz '2000-01-01 00:00Z')
                                    + make_interval(secs => ?))
                        ON CONFLICT (dedup_key) DO NOTHING\
                        """,
                        Ids.next(),
                        dedupKey,
                        notice.to(),
                        hashes.ofWritten(notice.to()).orElse(null),
                        notice.digest(),
                        notice.language().getLanguage(),
                        notice.line(),
                        (double) notice.period().toSeconds(),
                        (double) notice.period().toSeconds())
                == 1;
    }

    /** Puts what is due into mails, one for each address and digest; safe on any number of instances. */
    @Scheduled(
            identity = "collect-mail-digests",
            every = "{mpf.mail.digest-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void collectDue() {
        for (var group : sql.list(
                "SELECT DISTINCT recipient, digest FROM mail_notice WHERE collected_at IS NULL AND due_at <= platform_clock()",
                row -> new Group(row.getString(1), row.getString(2)))) {
            QuarkusTransaction.requiringNew().run(() -> collect(group));
        }
    }

    private void collect(Group group) {
        sql.lock("mail-digest/" + group);
        var waiting = sql.list(
                """
                UPDATE mail_notice SET collected_at = now()
                WHERE recipient = ? AND digest = ? AND collected_at IS NULL AND due_at <= platform_clock()
                RETURNING id, language, line\
                """,
                row -> new Waiting(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                group.recipient(),
                group.digest());
        if (waiting.isEmpty()) {
            return; // another instance was faster
        }
        var inOrder = waiting.stream().sorted(Comparator.comparing(Waiting::id)).toList();
        var letter = templates.fill(
                group.digest(),
                List.of(Locale.forLanguageTag(inOrder.getLast().language())),
                Map.of(
                        "count",
                        inOrder.size(),
                        "notices",
                        inOrder.stream().map(notice -> "- " + notice.line()).collect(Collectors.joining("\n"))));
        mailer.queue(
                letter.to(group.recipient()), "digest/" + inOrder.getFirst().id());
    }
}
