package eu.mpf.web.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.setting.PlatformSettings;
import eu.mpf.web.setting.Settings;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends queued mails, each at most once: a mail is marked before it goes out, and what is not known to have been refused
 * is never tried again. Whether a mail that broke off in the middle has arrived, no sender can know: a process that ends
 * between the server's last answer and our mark leaves a mail that is shown as failed though it may have left. The other
 * choice, to send it again, would tell people twice. A mail's Message-ID comes from its row, so both can be compared.
 */
@ApplicationScoped
public class MailSender {
    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final TypeReference<List<Mail.Attachment>> ATTACHMENTS = new TypeReference<>() {};

    private static final String CLAIM = """
            UPDATE mail_outbox SET status = 'SENDING', attempts = attempts + 1, due_at = now()
            WHERE id = (SELECT id FROM mail_outbox WHERE status = 'QUEUED' AND due_at <= now()
                          AND (not_after IS NULL OR not_after > platform_clock())
                        ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, recipient, subject, body, attachments, attempts
            """;

    private static final String ABANDON = """
            UPDATE mail_outbox SET status = 'FAILED', settled_at = now(),
                   failure = 'the sender stopped in the middle; it may have left'
            WHERE status = 'SENDING' AND due_at < now() - interval '10 minutes'
            """;

    private static final String EXPIRE = """
            UPDATE mail_outbox SET status = 'EXPIRED', settled_at = now(), failure = 'it was worth sending until '
                   || to_char(not_after AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            WHERE status IN ('QUEUED', 'HELD') AND not_after <= platform_clock()
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Smtp smtp;
    private final RefusedAddresses refusedAddresses;
    private final MeterRegistry metrics;
    private final Settings settings;

    MailSender(
            AgroalDataSource database,
            ObjectMapper json,
            Smtp smtp,
            RefusedAddresses refusedAddresses,
            MeterRegistry metrics,
            Settings settings) {
        this.database = database;
        this.json = json;
        this.smtp = smtp;
        this.refusedAddresses = refusedAddresses;
        this.metrics = metrics;
        this.settings = settings;
    }

    private record Claimed(UUID id, Mail mail, int attempts) {}

    /** Sends what is due. */
    @Scheduled(
            identity = "send-mails",
            every = "{mpf.mail.send-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sendDue() throws SQLException, IOException {
        update(ABANDON, null);
        update(EXPIRE, null);
        if (!settings.get(PlatformSettings.MAIL_SENDING)) {
            return;
        }
        refusedAddresses.holdWaiting();
        try (var line = smtp.open()) {
            for (var next = claim(); next != null; next = claim()) {
                send(next, line);
            }
        } catch (MessagingException e) {
            LOG.infof(
                    "the mail server's connection did not end well: %s",
                    e.getClass().getSimpleName());
        }
    }

    private @Nullable Claimed claim() throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CLAIM);
                var row = statement.executeQuery()) {
            return row.next()
                    ? new Claimed(
                            row.getObject("id", UUID.class),
                            new Mail(
                                    row.getString("recipient"),
                                    row.getString("subject"),
                                    row.getString("body"),
                                    json.readValue(row.getString("attachments"), ATTACHMENTS)),
                            row.getInt("attempts"))
                    : null;
        }
    }

    private void send(Claimed claimed, Smtp.Line line) throws SQLException {
        try {
            line.send(claimed.id(), claimed.mail());
            update(
                    "UPDATE mail_outbox SET status = 'SENT', settled_at = now(), failure = NULL WHERE id = ?",
                    claimed.id());
            metrics.counter("mail.sent").increment();
        } catch (Smtp.NotSent refused) {
            retryOrGiveUp(claimed, refused);
        } catch (MessagingException | RuntimeException e) {
            // The exception's text may hold the address: its name must do.
            LOG.warnf(
                    "mail %s broke off and is not tried again: %s",
                    claimed.id(), e.getClass().getSimpleName());
            metrics.counter("mail.failed").increment();
            settleFailed(
                    claimed.id(), "broke off; it may have left: " + e.getClass().getSimpleName());
        }
    }

    private void retryOrGiveUp(Claimed claimed, Smtp.NotSent refused) throws SQLException {
        var wait = Backoff.seconds(claimed.attempts());
        if (refused.permanent() || wait < 0) {
            LOG.warnf("mail %s is refused: %s", claimed.id(), refused.reason());
            metrics.counter("mail.failed").increment();
            settleFailed(claimed.id(), "refused");
            if (refused.addressRefused()) {
                refusedAddresses.mark(claimed.mail().to(), claimed.id());
                refusedAddresses.holdWaiting(); // what waits for the same address is not tried in this round
            }
        } else {
            LOG.infof("mail %s is tried again in %d s", claimed.id(), wait);
            update(
                    "UPDATE mail_outbox SET status = 'QUEUED', due_at = now() + interval '1 second' * " + wait
                            + " WHERE id = ?",
                    claimed.id());
        }
    }

    private void settleFailed(UUID id, String failure) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE mail_outbox SET status = 'FAILED', settled_at = now(), failure = ? WHERE id = ?")) {
            statement.setString(1, failure);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    private void update(String sql, @Nullable UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            if (id != null) {
                statement.setObject(1, id);
            }
            statement.executeUpdate();
        }
    }
}
