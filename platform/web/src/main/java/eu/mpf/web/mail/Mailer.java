package eu.mpf.web.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.write.LastWrites;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Queues mails in the caller's transaction: what is rolled back is never sent. */
@ApplicationScoped
public class Mailer {
    private static final String INSERT = """
        INSERT INTO mail_outbox (id, dedup_key, recipient, subject, body, attachments, person_hash, not_after)
        VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, CAST(? AS timestamptz)) ON CONFLICT (dedup_key) DO NOTHING
        """;

    private final AgroalDataSource database;
    private final LastWrites writes;
    private final TransactionSynchronizationRegistry transactions;
    private final PersonHash hashes;
    private final ObjectMapper json;

    Mailer(
            AgroalDataSource database,
            LastWrites writes,
            TransactionSynchronizationRegistry transactions,
            PersonHash hashes,
            ObjectMapper json) {
        this.database = database;
        this.writes = writes;
        this.hashes = hashes;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Queues a mail.
     *
     * @param dedupKey names the occasion, for example {@code registration-confirmed/<id>}: one mail per key, ever
     * @return false if a mail with this key was queued before, in which case this one is dropped
     * @throws IllegalStateException outside a transaction
     */
    public boolean queue(Mail mail, String dedupKey) {
        return queue(mail, dedupKey, null);
    }

    /**
     * Queues a mail as {@link #queue(Mail, String)} does.
     *
     * @param notAfter from then on it is worthless and not sent any more, whatever kept it; {@code null}: it is sent
     *     whenever that can be
     * @return false if a mail with this key was queued before, in which case this one is dropped
     */
    public boolean queue(Mail mail, String dedupKey, @Nullable Instant notAfter) {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("a mail is queued in the transaction that gives the occasion for it");
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, Ids.next());
            statement.setString(2, dedupKey);
            statement.setString(3, mail.to());
            statement.setString(4, mail.subject());
            statement.setString(5, mail.textBody());
            statement.setString(6, json.writeValueAsString(mail.attachments()));
            statement.setString(7, hashes.ofWritten(mail.to()).orElse(null));
            statement.setString(8, written(notAfter));
            return statement.executeUpdate() == 1;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the mail cannot be queued", e);
        }
    }

    /**
     * Queues a mail as {@link #queue} does, together with the transaction's other last writes: where it costs no round trip
     * of its own, and where nobody asks whether a mail with this key was queued before.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void queueAtEnd(Mail mail, String dedupKey) {
        queueAtEnd(mail, dedupKey, null);
    }

    /**
     * Queues a mail as {@link #queueAtEnd(Mail, String)} does.
     *
     * @param notAfter see {@link #queue(Mail, String, Instant)}
     */
    public void queueAtEnd(Mail mail, String dedupKey, @Nullable Instant notAfter) {
        try {
            var id = Ids.next();
            var attachments = json.writeValueAsString(mail.attachments());
            var person = hashes.ofWritten(mail.to()).orElse(null);
            writes.add(
                    INSERT,
                    row -> row.id(id)
                            .text(dedupKey)
                            .text(mail.to())
                            .text(mail.subject())
                            .text(mail.textBody())
                            .text(attachments)
                            .text(person)
                            .text(written(notAfter)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the mail cannot be queued", e);
        }
    }

    private static @Nullable String written(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
